import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { openFilesystemStore } from "./filesystem-store.js";
import { describeObjectStore, emptyFolderStore } from "../../test/object-store-contract.js";
import { ObjectCorrupt, StorageFull } from "./storage.errors.js";

describeObjectStore("a filesystem store", emptyFolderStore);

const asText = { contentType: "text/plain" };

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "filesystem-store-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

const filesIn = async (folder: string) =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());

/** A real 4 MB disk, mounted in a namespace of its own and reached through the process that holds it. */
async function smallDisk(): Promise<string> {
  const folder = await temporaryFolder();
  const script = 'mount -t tmpfs -o size=4m tmpfs "$0" && echo mounted && exec cat';
  const holder = spawn("unshare", ["--user", "--map-root-user", "--mount", "sh", "-c", script, folder]);
  onTestFinished(() => void holder.kill());
  await once(holder.stdout, "data");
  return `/proc/${holder.pid}/root${folder}`;
}

test.runIf(process.platform === "linux")(
  "a full disk is a clear error, leaves nothing behind and harms nothing",
  async () => {
    const disk = await smallDisk();
    const store = await openFilesystemStore(disk);
    await store.put("kept", Buffer.alloc(1_000_000, "k"), asText);
    const filesBefore = (await filesIn(disk)).length;

    await expect(store.put("new/too-large", Buffer.alloc(8_000_000), asText)).rejects.toThrow(StorageFull);
    await expect(store.put("kept", Buffer.alloc(8_000_000), asText)).rejects.toThrow(StorageFull);

    expect((await filesIn(disk)).length).toBe(filesBefore);
    expect(await text((await store.get("kept")).body)).toBe("k".repeat(1_000_000));
    await store.put("new/fits", Buffer.alloc(1_000_000), asText);
    expect((await store.head("new/fits")).size).toBe(1_000_000);
  },
);

test("a deleted object leaves no folder named after its owner", async () => {
  const folder = await temporaryFolder();
  const store = await openFilesystemStore(folder);
  await store.put("contact-1/photo-1/original", Buffer.from("x"), asText);
  await store.put("contact-2/photo-1/original", Buffer.from("x"), asText);
  await store.delete("contact-1/photo-1/original");
  expect((await readdir(folder)).toSorted()).toEqual([".incoming", "contact-2"]);
});

test("puts and deletes in one folder at the same time never fail and never lose the last put", async () => {
  const store = await openFilesystemStore(await temporaryFolder());
  for (let round = 0; round < 25; round++) {
    await Promise.all([
      store.put("shared/folder/a", Buffer.from("x"), asText).then(() => store.delete("shared/folder/a")),
      store.put("shared/folder/b", Buffer.from("x"), asText),
    ]);
    expect((await store.head("shared/folder/b")).size).toBe(1);
    await store.delete("shared/folder/b");
  }
});

test("a put succeeds though the same object is deleted meanwhile", async () => {
  const store = await openFilesystemStore(await temporaryFolder());
  for (let round = 0; round < 50; round++) {
    const put = store.put("a/b", Buffer.from("x"), asText);
    expect(await Promise.allSettled([put, store.delete("a/b")])).toMatchObject([
      { status: "fulfilled" },
      { status: "fulfilled" },
    ]);
  }
});

test("readers racing a hundred writers see one whole version each time", async () => {
  const store = await openFilesystemStore(await temporaryFolder());
  const version = (n: number) => Buffer.alloc(100_000, String(n % 10));
  await store.put("shot", version(0), asText);
  const writers = Array.from({ length: 100 }, (_, n) => store.put("shot", version(n), asText));
  const readers = Array.from({ length: 50 }, async () => text((await store.get("shot")).body));
  await Promise.all(writers);
  for (const read of await Promise.all(readers)) {
    expect(read.length).toBe(100_000);
    expect(new Set(read).size).toBe(1);
  }
});

test("opening removes what a killed process left unfinished, and spares what is being written", async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, ".incoming"));
  await writeFile(join(folder, ".incoming/abandoned"), "half a picture");
  await writeFile(join(folder, ".incoming/being-written"), "half a picture");
  const twoHoursAgo = Date.now() / 1000 - 2 * 60 * 60;
  await utimes(join(folder, ".incoming/abandoned"), twoHoursAgo, twoHoursAgo);
  await openFilesystemStore(folder);
  expect(await readdir(join(folder, ".incoming"))).toEqual(["being-written"]);
});

test("a file that is not an object is reported as corrupt, not served", async () => {
  const folder = await temporaryFolder();
  const store = await openFilesystemStore(folder);
  await writeFile(join(folder, "foreign~"), "not ours");
  await expect(store.get("foreign")).rejects.toThrow(ObjectCorrupt);
});
