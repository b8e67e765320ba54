import { execFile, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { DEMO_STUDIO_SLUG } from "@studio/dev/demo/seed-demo.js";
import { UNTRIGGERED, TRIGGERS, trigger } from "@studio/dev/events/trigger.js";
import { EVENT_KINDS } from "@studio/identity/event/event-catalogue.js";
import { openReceiver } from "../../subgraphs/identity/test/receiver.js";
import { launchLaptop, type LaptopProcess } from "../support/laptop-process.js";

const COMMAND = fileURLToPath(new URL("../../dev/dist/events.js", import.meta.url));
const ON_THE_WAY = [
  "contact.created",
  "contact.updated",
  "consent.changed",
  "submission.created",
  "photo.ready",
  "submission.submitted",
];

let laptop: LaptopProcess;

beforeAll(async () => {
  laptop = await launchLaptop();
});

afterAll(() => laptop?.stop());

const env = () => ({ ...process.env, ...laptop.env });

/** Runs a command to its end. */
const run = (...args: string[]) => promisify(execFile)(process.execPath, [COMMAND, ...args], { env: env() });

/** As `trigger` finds it. */
const triggerStage = async () => ({
  graphUrl: `http://localhost:${laptop.env["PORT"]}/graphql`,
  mailboxUrl: `http://localhost:${laptop.env["MAILBOX_PORT"]}`,
  studioSlug: DEMO_STUDIO_SLUG,
  adminToken: await (await fetch(`http://localhost:${laptop.env["HUB_PORT"]}/token/admin`)).text(),
});

interface Listener {
  child: ChildProcess;
  lines: string[];
  said: string[];
  end(signal: NodeJS.Signals): Promise<void>;
}

/** `listen` as a process of its own, until it is ended. */
async function listen(...args: string[]): Promise<Listener> {
  const child = spawn(process.execPath, [COMMAND, "listen", ...args], {
    env: env(),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [lines, said]: [string[], string[]] = [[], []];
  createInterface(child.stdout!).on("line", (line) => lines.push(line));
  createInterface(child.stderr!).on("line", (line) => said.push(line));
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill(signal);
    await ended;
  };
  onTestFinished(() => end("SIGKILL"));
  await expect.poll(() => said.some((line) => line.startsWith("Listening"))).toBe(true);
  return { child, lines, said, end };
}

test("listen forwards what trigger makes happen, signed, in order; killed, it goes on where it was; replay tells it all", async () => {
  const receiver = await openReceiver();
  onTestFinished(() => receiver.close());
  const began = new Date().toISOString();
  const file = join(laptop.env["DATA_DIRECTORY"]!, "events-cursor");
  const first = await listen("--from-now", "--forward-to", receiver.url);
  const secret = /secret (whsec_\S+)/.exec(first.said.join("\n"))![1]!;
  await expect.poll(() => existsSync(file)).toBe(true);
  await run("trigger", "submission.submitted");
  await expect.poll(() => receiver.received.map(({ type }) => type)).toEqual(ON_THE_WAY);
  for (const { body, headers } of receiver.received)
    expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toHaveProperty("data.version", 1);
  await expect.poll(() => first.lines.length).toBe(ON_THE_WAY.length);
  await first.end("SIGKILL");

  await run("trigger", "contact.created");
  const second = await listen("--json");
  await expect.poll(() => second.lines.map((line) => JSON.parse(line).type).at(-1)).toBe("contact.created");
  const missed = second.lines.map((line) => JSON.parse(line));
  expect(missed.filter(({ type }) => type === "contact.created")).toHaveLength(1);

  const since = (await run("replay", "--from", began, "--json")).stdout.trim().split("\n");
  const replayed = since.map((line) => JSON.parse(line));
  expect(replayed.map(({ type }) => type)).toEqual([...ON_THE_WAY, "contact.created"]);
  const { stdout } = await run("replay", "--from", replayed.at(-2).cursor, "--json");
  expect(JSON.parse(stdout).id).toBe(missed.at(-1).id);
});

test("there is a trigger for every type of the catalogue, but for what no request makes happen", async () => {
  const names = Object.values(EVENT_KINDS).map(({ name }) => name);
  expect([...TRIGGERS, ...Object.keys(UNTRIGGERED)].toSorted()).toEqual(names.toSorted());
  const stage = await triggerStage();
  const began = new Date().toISOString();
  // What takes a photo takes seconds: one such is triggered above.
  const quick = TRIGGERS.filter((type) => !/^(submission|photo)\./.test(type));
  for (const type of quick) expect(await trigger(stage, type), type).toBe(true);
  const { stdout } = await run("replay", "--from", began, "--json");
  const happened = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const documented = new Map(Object.values(EVENT_KINDS).map(({ name, ids }) => [name, ids]));
  for (const type of quick) expect(happened.map((event) => event.type)).toContain(type);
  for (const event of happened)
    for (const id of documented.get(event.type)!)
      expect(event[id], `${id} of ${event.type}`).toEqual(expect.any(String));
  await expect(run("trigger", "submission.deleted")).rejects.toMatchObject({
    stderr: expect.stringContaining("cannot be triggered"),
  });
  await expect(run("trigger", "export.ready")).rejects.toMatchObject({
    stderr: expect.stringContaining("no part of the platform does this yet"),
  });
});

test("says what is wrong with a command line, and how it is used", async () => {
  expect((await run("--help")).stdout).toMatch(/listen.*replay.*trigger/s);
  await expect(run("trigger", "submission.eaten")).rejects.toMatchObject({ stderr: expect.stringContaining("--help") });
  await expect(run("listen", "--forward")).rejects.toMatchObject({ stderr: expect.stringContaining("--help") });
  for (const [option, value] of [
    ["--forward-to", "localhost:3000"],
    ["--secret", "whsec_abc"],
  ] as const)
    await expect(run("listen", option, value)).rejects.toMatchObject({ stderr: expect.stringContaining(option) });
  await expect(run("replay", "--from", "nonsense")).rejects.toMatchObject({
    stderr: expect.stringContaining("NOT_FOUND"),
  });
});
