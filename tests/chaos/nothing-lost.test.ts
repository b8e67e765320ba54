import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { graphClient } from "@studio/dev/journey/graph-client.js";
import { newId } from "@studio/kit/id.js";
import { handledByReceiver, handledInFile, type Handled } from "./handled.js";
import { judge } from "./judge.js";
import { Part } from "./part.js";
import { setStage } from "./stage.js";
import { numbered, type Told } from "./told.js";

/** `pnpm chaos` asks for more. */
const EVENTS = Number(process.env["CHAOS_EVENTS"] ?? 5_000);
const ROUNDS = Number(process.env["CHAOS_ROUNDS"] ?? 1);
const PATIENCE_MS = Number(process.env["CHAOS_PATIENCE_MS"] ?? 100_000);
const WRITERS = 4;
/** Of each writer. No divisor of theirs and of the webhook's one in five: each submission has events that it asks for. */
const SUBMISSIONS = 8;
/** In `pnpm chaos` the webhook asks for all that happens, else for one of five: a delivery costs more than a message. */
const WEBHOOK_TYPES = ROUNDS > 1 ? null : ["submission.submitted"];
const TRANSPORTS = ["ws", "sse", "multipart", "pull"] as const;

/**
 * Where processes die by SIGKILL, each point once a round, having come by it so often; PostgreSQL dies, and loses its
 * listeners, besides.
 */
const eachRound = (point: string, times: number): string[] =>
  Array(ROUNDS).fill(`${point}:${Math.ceil((times * EVENTS) / ROUNDS / 5_000)}`);
const FAULTS = {
  writers: [
    eachRound("writer.before-insert", 60),
    eachRound("writer.after-insert", 60),
    eachRound("writer.after-commit", 60),
    eachRound("writer.after-commit", 90),
  ],
  consumers: eachRound("consumer.before-save", 400),
  gateways: [eachRound("gateway.mid-page", 250), eachRound("gateway.before-flush", 250)] as [string[], string[]],
  identity: eachRound("worker.after-post", 60),
};

async function stopAll(parts: readonly Part[]): Promise<void> {
  await Promise.all(parts.map((part) => part.stop()));
}

type Stage = Awaited<ReturnType<typeof setStage>>;

type LoggedEvent = Told & { position: number; type: string };

/** The log as it is in the database. */
async function readLog({ admin, account }: Stage): Promise<LoggedEvent[]> {
  return admin`
    select position::int, type, id, ids ->> 'submissionId' as "submissionId", ids ->> 'photoId' as "photoId"
    from events.event where account_id = ${account.id} order by position`;
}

function startWriters({ env, account }: Stage, submissions: string[][], acknowledged: number[]): Part[] {
  return submissions.map(
    (ids, index) =>
      new Part({
        script: "tests/chaos/writer.ts",
        args: [account.id, ids.join(","), account.contactId, String(EVENTS / WRITERS)],
        env,
        faults: FAULTS.writers[index]!,
        onLine: (line) => (acknowledged[index] = Number(line)),
      }),
  );
}

async function startConsumers({ directory, graphUrls, account }: Stage): Promise<Part[]> {
  const graph = graphClient(graphUrls[0]!, account.key);
  const { eventPage } = await graph.ask<{ eventPage: { endCursor: string } }>("{ eventPage(first: 1) { endCursor } }");
  return TRANSPORTS.map((transport) => {
    writeFileSync(join(directory, `${transport}.cursor`), eventPage.endCursor);
    const args = [transport, directory, graphUrls.join(","), account.key];
    return new Part({ script: "tests/chaos/consumer.ts", args, faults: FAULTS.consumers });
  });
}

async function addWebhook({ graphUrls, ownerToken }: Stage): Promise<Handled> {
  const { handled, url, close } = await handledByReceiver();
  onTestFinished(close);
  await graphClient(graphUrls[0]!, ownerToken).ask(
    `mutation ($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) { __typename } }`,
    { input: { url, eventTypes: WEBHOOK_TYPES } },
  );
  return handled;
}

/** How many events of the log a consumer has not handled; at least so many while it has too few to be told apart. */
function leftOf(consumer: Handled, log: readonly Told[]): number {
  const handled = consumer.all();
  return handled.length < log.length ? log.length - handled.length : judge(handled, log).lost;
}

/** Says every half minute how far everybody is: `pnpm chaos` takes a while. */
function report(consumers: readonly Handled[], acknowledged: readonly number[]): void {
  const began = Date.now();
  const timer = setInterval(() => {
    const written = acknowledged.reduce((sum, count) => sum + count, 0);
    const handled = consumers.map((consumer) => `${consumer.name} ${consumer.all().length}`);
    process.stdout.write(`${Math.round((Date.now() - began) / 1000)} s: ${written} written, ${handled.join(", ")}\n`);
  }, 30_000);
  onTestFinished(() => clearInterval(timer));
}

/** PostgreSQL loses its listeners, and dies, once a round, as the log grows. */
async function breakDatabase({ admin, server, account }: Stage, isOver: () => boolean): Promise<string[]> {
  const broken: string[] = [];
  const head = async () => {
    const [row] = await admin`select position::int from events.head where account_id = ${account.id}`.catch(() => []);
    return (row?.["position"] as number | undefined) ?? 0;
  };
  for (let step = 1; step <= 2 * ROUNDS; step++) {
    const share = (step * EVENTS) / (2 * ROUNDS + 1);
    await expect.poll(async () => isOver() || (await head()) >= share, { timeout: PATIENCE_MS }).toBe(true);
    if (step % 2 === 1) {
      await admin`select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen %studio_events%'`;
      broken.push("listener.drop");
    } else {
      await server.kill();
      await server.restart();
      broken.push("postgres.kill");
    }
  }
  return broken;
}

test(
  "nothing is lost, whatever dies",
  async () => {
    const stage = await setStage(FAULTS);
    onTestFinished(() => stage.stop());
    const webhook = await addWebhook(stage);
    const consumers = await startConsumers(stage);
    onTestFinished(() => stopAll(consumers));
    const submissions = Array.from({ length: WRITERS }, () => Array.from({ length: SUBMISSIONS }, () => newId()));
    const acknowledged: number[] = [];
    const writers = startWriters(stage, submissions, acknowledged);
    onTestFinished(() => stopAll(writers));
    const handled = [
      ...TRANSPORTS.map((name) => handledInFile(name, join(stage.directory, `${name}.handled`))),
      webhook,
    ];
    report(handled, acknowledged);
    let isWritten = false;
    const breaking = breakDatabase(stage, () => isWritten);
    await Promise.all(writers.map(({ done }) => done));
    isWritten = true;
    const broken = await breaking;

    const log = await readLog(stage);
    const asked = log.filter(({ type }) => WEBHOOK_TYPES?.includes(type) ?? true);
    const logOf = (consumer: Handled) => (consumer === webhook ? asked : log);
    const left = () => handled.map((consumer) => [consumer.name, leftOf(consumer, logOf(consumer))]);
    await expect.poll(left, { timeout: PATIENCE_MS, interval: 1_000 }).toEqual(handled.map(({ name }) => [name, 0]));

    const parts = [...stage.processes, ...writers, ...consumers];
    const died = [...parts.flatMap((part) => part.died), ...broken.filter((name) => name === "postgres.kill")];
    // A service that comes up while the database is away ends, and is started again.
    expect([...writers, ...consumers].flatMap(({ failures }) => failures)).toEqual([]);
    expect(
      parts.flatMap(({ ahead }) => ahead),
      "points that nothing came by",
    ).toEqual([]);
    expect(died.length).toBeGreaterThanOrEqual(ROUNDS * 10);

    expect(log.map(({ position }) => position)).toEqual(Array.from({ length: EVENTS }, (_, index) => index + 1));
    expect(acknowledged).toEqual(Array(WRITERS).fill(EVENTS / WRITERS));
    for (const ids of submissions) {
      const numbers = log.filter((event) => ids.includes(event.submissionId)).map(({ photoId }) => photoId);
      expect(numbers).toEqual(Array.from({ length: EVENTS / WRITERS }, (_, index) => numbered(index + 1)));
    }
    for (const consumer of handled) {
      const { name } = consumer;
      const judgement = judge(consumer.all(), logOf(consumer));
      expect(judgement, name).toEqual({ lost: 0, invented: 0, isOrdered: true, isSame: true, again: judgement.again });
      expect(judgement.again, `${name}: handled again`).toBeLessThan(died.length);
      process.stdout.write(
        `${name}: ${logOf(consumer).length} events, ${judgement.again} again, ${died.length} kills, 0 lost\n`,
      );
    }
  },
  4 * PATIENCE_MS,
);
