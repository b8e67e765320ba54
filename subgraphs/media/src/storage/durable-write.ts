import { randomUUID } from "node:crypto";
import { mkdir, open, rename, rm, type FileHandle } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { ObjectBody } from "./object-store.js";
import { StorageFull } from "./storage.errors.js";

/** The `code` of a system error, such as `ENOENT`. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}

/** Makes the names inside a folder survive a power cut. A folder that is gone has none to keep. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await unlessMissing(open(folder, "r"));
  if (handle === undefined) return;
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The result of a file operation, or `undefined` where the file or a folder above it does not exist. */
export async function unlessMissing<T>(operation: Promise<T>): Promise<T | undefined> {
  try {
    return await operation;
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(errorCode(error) ?? "")) return undefined;
    throw error;
  }
}

/**
 * Writes `header` and `body` so that `target` is either what it was or the whole new file,
 * also across a crash: temporary file, fsync, rename, fsync of the folder.
 * Throws `StorageFull` on a full disk or quota; the temporary file is gone then.
 */
export async function writeDurably(staging: string, target: string, header: Buffer, body: ObjectBody): Promise<void> {
  const temporary = join(staging, randomUUID());
  try {
    await writeFile(temporary, header, body);
    await publish(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    if (["ENOSPC", "EDQUOT"].includes(errorCode(error) ?? "")) throw new StorageFull({ cause: error });
    throw error;
  }
}

async function writeFile(path: string, header: Buffer, body: ObjectBody): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    await file.appendFile(header);
    await writeBody(file, body);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function writeBody(file: FileHandle, body: ObjectBody): Promise<void> {
  if (body instanceof Uint8Array) return file.appendFile(body);
  for await (const chunk of body) await file.appendFile(chunk);
}

const PUBLISH_ATTEMPTS = 20;

/** A concurrent delete may prune the emptied folder before the rename into it: make it again. */
async function publish(temporary: string, target: string): Promise<void> {
  const folder = dirname(target);
  for (let attempt = 1; ; attempt++) {
    try {
      const firstMade = await mkdir(folder, { recursive: true, mode: 0o700 });
      await rename(temporary, target);
      return await syncUpTo(folder, firstMade === undefined ? folder : dirname(firstMade));
    } catch (error) {
      if (errorCode(error) !== "ENOENT" || attempt === PUBLISH_ATTEMPTS) throw error;
    }
  }
}

async function syncUpTo(folder: string, topmost: string): Promise<void> {
  await syncFolder(folder);
  if (folder !== topmost) await syncUpTo(dirname(folder), topmost);
}
