import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { seedDemo } from "@studio/dev/demo/seed-demo.js";
import { startLaptop, type RunningLaptop } from "@studio/dev/laptop/laptop.js";
import { findFreePort } from "@studio/dev/port.js";

// No background traffic: every request that is seen is the page's own.
const ARGS =
  "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";

let directory: string;
let laptop: RunningLaptop;
let browser: Browser;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "studio-explorer-"));
  const [port, hubPort, mailboxPort, smtpPort] = await Promise.all([1, 2, 3, 4].map(() => findFreePort()));
  laptop = await startLaptop(
    {
      port: port!,
      hubPort: hubPort!,
      mailboxPort: mailboxPort!,
      smtpPort: smtpPort!,
      databasePort: 0,
      dataDirectory: directory,
    },
    process.env,
  );
  await seedDemo({ ...laptop, masterKey: Buffer.from(laptop.secrets.masterKey, "base64") }, () => {});
  browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ARGS.split(" ") });
});

afterAll(async () => {
  await browser?.close();
  await laptop?.stop();
  await rm(directory, { recursive: true, force: true });
});

beforeEach(async () => {
  complaints = [];
  page = await browser.newPage();
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (!["data:", "blob:"].includes(protocol) && origin !== laptop.url)
      complaints.push(`external request: ${request.url()}`);
  });
  await page.goto(laptop.url);
  await page.locator(".graphiql-container").waitFor();
});

/** Signs in by the role picker, runs the operation that is shown, and waits for a word in the part of the answer in view. */
async function expectAnswerAs(role: string, word: string): Promise<void> {
  await page.selectOption("#role", role);
  await expect.poll(() => page.locator("#status").textContent()).toContain("carry this role's credential");
  await page.locator(".graphiql-execute-button").click();
  const answer = page.locator(".graphiql-response .view-lines");
  await expect.poll(() => answer.textContent(), { timeout: 15_000 }).toContain(word);
}

test("the explorer is served whole from here: no external request, no violation of its policy, no error", async () => {
  expect(complaints).toEqual([]);
});

test("the owner, signed in by the role picker, runs the first sample and is refused the restricted field alone", async () => {
  await expectAnswerAs("owner", "customFields.emergency_contact");
  expect(complaints).toEqual([]);
});

test("the coordinator, in the same sample, is refused confidential fields", async () => {
  await expectAnswerAs("coordinator", "customFields.salary_band");
});
