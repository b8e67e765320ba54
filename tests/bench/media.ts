import { loadavg } from "node:os";
import { readFile } from "node:fs/promises";
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { EDITED_AT_ONCE } from "../../subgraphs/media/src/imaging/image-threads.js";
import { twelveMegapixels } from "../../subgraphs/media/samples/pictures.js";
import { createAccount, type TestAccount } from "../support/account.js";
import { bearer, post } from "../support/http.js";
import { contactSession } from "../support/people.js";
import { askForUpload } from "../support/photos.js";
import { startTestPlatform, type TestPlatform } from "../support/platform.js";
import { openGate, type Gate } from "./gate.js";
import { quantile } from "./rounds.js";

/** The most that the dashboard's slowest hundredth may take while photos are edited, beside what it takes idle. */
const MOST = 2;
const MOST_TO_PREVIEW_MS = 3_000;

/** What the dashboard asks, as the samples do. */
const DASHBOARD = new URL("../operations/dashboard.graphql", import.meta.url);

interface Bench {
  platform: TestPlatform;
  account: TestAccount;
  photo: Buffer;
  gate: Gate;
  /** Milliseconds of one dashboard request. */
  ask: () => Promise<number>;
}

/**
 * `pnpm bench media [--photos 100] [--rounds 5]`: what editing photos of 12 megapixels costs, in one process with the
 * gateway: until the first preview, photos a minute, memory, and what the dashboard's requests feel of it.
 */
export async function benchMedia(args: readonly string[]): Promise<void> {
  const options = { photos: { type: "string" }, rounds: { type: "string" } } as const;
  const { values } = parseArgs({ args: [...args], options });
  const [photos, rounds] = [Number(values.photos ?? 100), Number(values.rounds ?? 5)];
  const platform = await startTestPlatform();
  try {
    const account = await createAccount(platform, { contacts: 2 * photos + 20 });
    // The demo's people are in every state; all of these take part.
    await platform.admin`update identity.contact set status = 'verified', restricted_at = null
      where account_id = ${account.id}`;
    const ask = await dashboard(platform, account);
    const bench: Bench = { platform, account, photo: await twelveMegapixels(), gate: await openGate(platform), ask };
    printPreview(await firstPreviews(bench));
    await bench.gate.close();
    const before = process.memoryUsage.rss();
    await uploadAll(bench, photos);
    printRounds(await editInRounds(bench, photos, rounds), { before });
    await bench.gate.open();
  } finally {
    await platform.stop();
  }
}

async function dashboard(platform: TestPlatform, account: TestAccount): Promise<() => Promise<number>> {
  const query = await readFile(DASHBOARD, "utf8");
  const ask = async () => {
    const start = performance.now();
    // One field needs a purpose that a dashboard does not state: its error is part of the answer.
    const { json } = await post(
      platform.graphUrl,
      { query, variables: { first: 100 } },
      bearer(account.credentials.owner),
    );
    const { edges } = json!.data!["contacts"] as { edges: object[] };
    if (edges.length === 0) throw new Error("The dashboard found nobody.");
    return performance.now() - start;
  };
  for (let n = 0; n < 30; n++) await ask();
  return ask;
}

/** From the last byte sent to the edited version's being there to look at, milliseconds, one photo after the other. */
async function firstPreviews(bench: Bench): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < 8; n++) {
    const { contact, photoId, sentAt } = await upload(bench, 2 * n + 1);
    const query = "query ($id: ID!) { photo(id: $id) { edited { url } } }";
    const edited = async () => (await contact.ask<{ photo: { edited: object | null } }>(query, { id: photoId })).photo;
    while (!(await edited()).edited) await new Promise((resolve) => setTimeout(resolve, 20));
    times.push(performance.now() - sentAt);
  }
  return times;
}

async function upload({ platform, account, photo }: Bench, index: number) {
  const contact = platform.as(await contactSession(platform, account, index));
  const { photoId, url } = await askForUpload(contact, "image/jpeg", photo.length);
  const headers = { "content-type": "image/jpeg" };
  const response = await fetch(url, { method: "PUT", headers, body: new Uint8Array(photo) });
  if (!response.ok) throw new Error(`The upload was refused: ${response.status}`);
  return { contact, photoId, sentAt: performance.now() };
}

async function uploadAll(bench: Bench, count: number): Promise<void> {
  for (let n = 0; n < count; n++) await upload(bench, 2 * n + 19);
}

interface Rounds {
  idle: number[];
  busy: number[];
  photosAMinute: number[];
  /** Seconds of processor time that a photo takes, whatever else the machine does. */
  coreSeconds: number[];
  peak: number;
}

/** Each round: the dashboard alone, the dashboard beside the photos, the photos alone. */
async function editInRounds(bench: Bench, photos: number, rounds: number): Promise<Rounds> {
  const { gate, ask } = bench;
  const measured: Rounds = { idle: [], busy: [], photosAMinute: [], coreSeconds: [], peak: 0 };
  const sampling = setInterval(() => {
    measured.peak = Math.max(measured.peak, process.memoryUsage.rss());
  }, 100);
  // As many as are in work when the gate closes come out beyond a round's share.
  const share = Math.floor((photos / rounds - EDITED_AT_ONCE) / 2);
  for (let round = 0; round < rounds; round++) {
    for (let n = 0; n < 60; n++) measured.idle.push(await ask());
    await gate.open();
    const until = (await edited(bench)) + share;
    while ((await edited(bench)) < until) for (let n = 0; n < 10; n++) measured.busy.push(await ask());
    const start = performance.now();
    const cpu = process.cpuUsage();
    const from = await edited(bench);
    while ((await edited(bench)) < until + share) await new Promise((resolve) => setTimeout(resolve, 50));
    const count = (await edited(bench)) - from;
    measured.photosAMinute.push(count / ((performance.now() - start) / 60_000));
    const { user, system } = process.cpuUsage(cpu);
    measured.coreSeconds.push((user + system) / 1e6 / count);
    await gate.close();
  }
  clearInterval(sampling);
  return measured;
}

async function edited({ platform, account }: Bench): Promise<number> {
  const [row] = await platform.admin<{ count: number }[]>`
    select count(*)::int as count from media.photo where account_id = ${account.id} and status = 'ready'`;
  return row!.count;
}

function printPreview(times: readonly number[]): void {
  const median = quantile(times, 0.5);
  const range = `${Math.min(...times).toFixed(0)}–${Math.max(...times).toFixed(0)}`;
  const verdict = median <= MOST_TO_PREVIEW_MS ? "within" : "beyond";
  console.log(`upload to preview, 12 MP: ${median.toFixed(0)} ms (${range}), ${verdict} ${MOST_TO_PREVIEW_MS}`);
}

function printRounds({ idle, busy, photosAMinute, coreSeconds, peak }: Rounds, { before }: { before: number }): void {
  const megabytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(0)} MB`;
  const spread = (times: readonly number[]) =>
    `p50 ${quantile(times, 0.5).toFixed(1)} ms, p99 ${quantile(times, 0.99).toFixed(1)} ms (${times.length} requests)`;
  const ratio = quantile(busy, 0.99) / quantile(idle, 0.99);
  const rates = photosAMinute.map((rate) => rate.toFixed(0)).join(", ");
  const each = quantile(coreSeconds, 0.5);
  console.log(`a photo takes ${each.toFixed(2)} s of a core: ${(60 / each).toFixed(0)} photos a minute and core`);
  console.log(`photos a minute as measured, ${EDITED_AT_ONCE} at once: ${rates}`);
  console.log(`dashboard, idle: ${spread(idle)}`);
  console.log(`dashboard, while photos are edited: ${spread(busy)}`);
  console.log(`p99 busy ÷ idle: ${ratio.toFixed(2)} (${ratio <= MOST ? "within" : "beyond"} ${MOST})`);
  console.log(`memory of the process: ${megabytes(before)} before, ${megabytes(peak)} at most`);
  console.log(
    `load of the machine: ${loadavg()
      .map((load) => load.toFixed(1))
      .join(", ")}`,
  );
}
