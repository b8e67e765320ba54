import { afterAll, beforeAll, expect, test } from "vitest";
import { openObjectStore } from "../../subgraphs/media/src/storage/open-object-store.js";
import type { SignedUpload } from "../../subgraphs/media/src/storage/object-store.js";
import { describeObjectStore } from "../../subgraphs/media/test/object-store-contract.js";
import { startSwift, type RunningSwift } from "../support/swift.js";

let swift: RunningSwift;
beforeAll(async () => {
  swift = await startSwift();
});
afterAll(() => swift?.stop());

describeObjectStore("a bucket", async () => ({
  store: await openObjectStore(await swift.newBucket()),
  remove: async () => {},
}));

const png = Buffer.from("twelve bytes");

async function put({ url, method, headers }: SignedUpload, body: Buffer, others: Record<string, string> = {}) {
  const response = await fetch(url, { method, headers: { ...headers, ...others }, body: new Uint8Array(body) });
  return response.status;
}

async function signedUpload() {
  const store = await openObjectStore(await swift.newBucket());
  const signed = await store.sign("quarantine/one", { contentType: "image/png", bytes: 12, expiresInSeconds: 60 });
  return { store, signed: signed! };
}

test("a signed URL takes a file of exactly its type and length, at its key", async () => {
  const { store, signed } = await signedUpload();
  expect(await put(signed, Buffer.from("thirteen byte"))).toBe(403);
  expect(await put(signed, png.subarray(1))).toBe(403);
  expect(await put(signed, png, { "content-type": "text/html" })).toBe(403);
  expect((await store.list({ prefix: "" })).objects).toEqual([]);
  expect(await put(signed, png)).toBe(200);
  expect(await store.head("quarantine/one")).toMatchObject({ size: 12, contentType: "image/png" });
});

test("P09: a signed URL with any one changed byte is refused, with 403 where it still is one", async () => {
  const { store, signed } = await signedUpload();
  const { origin, pathname, searchParams } = new URL(signed.url);
  const changes = [...searchParams].flatMap(([name, value]) =>
    [0, value.length - 1].map((at) => [name, flipped(value, at)] as const),
  );
  for (const [name, value] of changes) {
    const changed = new URL(signed.url);
    changed.searchParams.set(name, value);
    const refused = ["X-Amz-Signature", "X-Amz-Expires", "x-id"].includes(name) ? [403] : [400, 403];
    expect(refused, `${name}=${value}`).toContain(await put({ ...signed, url: changed.href }, png));
  }
  for (const at of [pathname.length - 1, pathname.length - 5]) {
    const elsewhere = `${origin}${flipped(pathname, at)}?${searchParams.toString()}`;
    expect(await put({ ...signed, url: elsewhere }, png), elsewhere).toBe(403);
  }
  expect((await store.list({ prefix: "" })).objects).toEqual([]);
});

function flipped(text: string, at: number): string {
  return text.slice(0, at) + (text[at] === "1" ? "2" : "1") + text.slice(at + 1);
}

test("a bucket that is away is a clear error", async () => {
  const store = await openObjectStore(`s3://bucket?endpoint=${encodeURIComponent("http://127.0.0.1:1")}`);
  await expect(store.head("a")).rejects.toMatchObject({ code: "STORAGE_AWAY" });
  await expect(store.put("a", png, { contentType: "image/png" })).rejects.toMatchObject({ code: "STORAGE_AWAY" });
});
