import { mkdir, open, readdir, rm, rmdir, stat, unlink, type FileHandle } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { syncFolder, unlessMissing, writeDurably } from "./durable-write.js";
import { listObjectFiles } from "./filesystem-listing.js";
import { encodeHeader, HEADER_SIZE, OBJECT_SUFFIX, readContentType } from "./object-file.js";
import { parseObjectKey } from "./object-key.js";
import { clipRange, type ByteRange, type ListRequest, type ObjectBody } from "./object-store.js";
import type { ObjectContent, ObjectHead, ObjectPage, ObjectStore } from "./object-store.js";
import { ObjectCorrupt, ObjectNotFound } from "./storage.errors.js";

/** No key may begin with a dot, so nothing here can be mistaken for an object. */
const STAGING = ".incoming";
const ABANDONED_AFTER_MS = 60 * 60 * 1000;

/**
 * Opens (and creates) an object store in a folder of its own, on one file system.
 * Removes unfinished writes older than an hour, which only a killed process leaves.
 * Any number of processes may share the folder.
 */
export async function openFilesystemStore(folder: string): Promise<ObjectStore> {
  const root = resolve(folder);
  const staging = join(root, STAGING);
  await mkdir(staging, { recursive: true, mode: 0o700 });
  await removeAbandonedWrites(staging);
  return new FilesystemStore(root, staging);
}

class FilesystemStore implements ObjectStore {
  constructor(
    private readonly root: string,
    private readonly staging: string,
  ) {}

  async put(key: string, body: ObjectBody, { contentType }: { readonly contentType: string }): Promise<void> {
    await writeDurably(this.staging, this.pathOf(key), encodeHeader(contentType), body);
  }

  async get(key: string, range?: ByteRange): Promise<ObjectContent> {
    const file = await this.openObject(key);
    try {
      const head = await describe(key, file);
      return { ...head, body: file.createReadStream(inFile(range && clipRange(key, head.size, range))) };
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  async head(key: string): Promise<ObjectHead> {
    const file = await this.openObject(key);
    try {
      return await describe(key, file);
    } finally {
      await file.close();
    }
  }

  async copy(fromKey: string, toKey: string): Promise<void> {
    parseObjectKey(toKey);
    const { body, contentType } = await this.get(fromKey);
    await this.put(toKey, body, { contentType });
  }

  async delete(key: string): Promise<void> {
    const path = this.pathOf(key);
    if ((await unlessMissing(unlink(path).then(() => true))) === undefined) return;
    await syncFolder(dirname(path));
    await this.pruneEmptyFolders(dirname(path));
  }

  list(request: ListRequest): Promise<ObjectPage> {
    return listObjectFiles(this.root, request);
  }

  /** A folder answers no client. */
  async sign(key: string): Promise<null> {
    parseObjectKey(key);
    return null;
  }

  close(): void {}

  private pathOf(key: string): string {
    return join(this.root, ...parseObjectKey(key)) + OBJECT_SUFFIX;
  }

  private async openObject(key: string): Promise<FileHandle> {
    const file = await unlessMissing(open(this.pathOf(key), "r"));
    if (file === undefined) throw new ObjectNotFound(key);
    return file;
  }

  /** Folder names hold ids, so an emptied folder goes too. A refusal means it is in use again. */
  private async pruneEmptyFolders(folder: string): Promise<void> {
    if (folder === this.root) return;
    const removed = await rmdir(folder).then(
      () => true,
      () => false,
    );
    if (!removed) return;
    await syncFolder(dirname(folder));
    await this.pruneEmptyFolders(dirname(folder));
  }
}

/** Where a range of an object lies in its file; here the last byte is included. */
function inFile(range?: Required<ByteRange>): { start: number; end?: number } {
  if (!range) return { start: HEADER_SIZE };
  return { start: HEADER_SIZE + range.start, end: HEADER_SIZE + range.end - 1 };
}

async function describe(key: string, file: FileHandle): Promise<ObjectHead> {
  const [contentType, { size, mtime }] = await Promise.all([readContentType(file), file.stat()]);
  if (contentType === undefined) throw new ObjectCorrupt(key);
  return { key, size: size - HEADER_SIZE, modifiedAt: mtime, contentType };
}

async function removeAbandonedWrites(staging: string): Promise<void> {
  for (const name of await readdir(staging)) {
    const path = join(staging, name);
    const found = await unlessMissing(stat(path));
    if (found !== undefined && Date.now() - found.mtimeMs > ABANDONED_AFTER_MS) await rm(path, { force: true });
  }
}
