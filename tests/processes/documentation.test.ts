import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchLaptop, type LaptopProcess } from "../support/laptop-process.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const DEFAULT_PORTS = { PORT: "4000", HUB_PORT: "4010", MAILBOX_PORT: "4020" };

let laptop: LaptopProcess;

beforeAll(async () => {
  laptop = await launchLaptop();
});

afterAll(() => laptop?.stop());

/** The page's shell blocks that ask the platform, as one script for this laptop's ports. */
async function scriptOf(page: string): Promise<string> {
  const text = await readFile(`${ROOT}/${page}`, "utf8");
  const blocks = [...text.matchAll(/^```sh\n(.*?)^```/gms)].map(([, block]) => block!);
  const requests = blocks.filter((block) => /\bcurl\b|demo-key|^ask '/m.test(block));
  const ports = Object.entries(DEFAULT_PORTS).map(
    ([name, port]) => [`localhost:${port}`, `localhost:${laptop.env[name]}`] as const,
  );
  const here = ports.reduce((script, [from, to]) => script.replaceAll(from, to), requests.join("\necho\n"));
  return here.replaceAll("npx -y pnpm@12 --silent demo-key", `"${process.execPath}" dev/dist/demo-key.js`);
}

/** Uploads and galleries answer for themselves: their pages are tested beside them, here they are JSON. */
function isOfTheGraph(answer: object): boolean {
  return "data" in answer || "errors" in answer;
}

test.for([
  "README.md",
  "docs/integrations.md",
  "docs/hr.md",
  "docs/contact-app.md",
  "docs/dashboard.md",
  "docs/privacy-officer.md",
  "docs/access.md",
])("every request in %s runs as pasted", async (page) => {
  const script = await scriptOf(page);
  const announced = new Set(["FORBIDDEN", ...Array.from(script.matchAll(/^# ([A-Z_]+),/gm), ([, code]) => code)]);
  const { stdout } = await promisify(execFile)("bash", ["-euo", "pipefail", "-c", script], {
    cwd: ROOT,
    env: { ...process.env, ...laptop.env },
    timeout: 60_000,
  });
  const answers = stdout.split("\n").filter((line) => line.startsWith("{"));
  expect(answers.length).toBeGreaterThan(0);
  for (const answer of answers.map((line) => JSON.parse(line)).filter(isOfTheGraph)) {
    const codes = (answer.errors ?? []).map((error: { extensions: { code: string } }) => error.extensions.code);
    expect(codes.filter((code: string) => !announced.has(code))).toEqual([]);
    expect(answer.data ?? codes[0]).toBeTruthy();
  }
});

test("the first query that the start prints runs as pasted", async () => {
  const query = /A first query to paste:\n(.*?)\n\n/s.exec(laptop.output)![1]!;
  const { stdout } = await promisify(execFile)("bash", ["-c", query]);
  expect(JSON.parse(stdout).data.contacts.edges).toHaveLength(3);
});

test("the contact's page ends with a submission", async () => {
  const { stdout } = await promisify(execFile)(
    "bash",
    ["-euo", "pipefail", "-c", await scriptOf("docs/contact-app.md")],
    { cwd: ROOT },
  );
  expect(stdout).toMatch(/"status":"SUBMITTED"/);
});
