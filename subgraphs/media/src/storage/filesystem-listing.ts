import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { unlessMissing } from "./durable-write.js";
import { readListRequest } from "./list-request.js";
import { HEADER_SIZE, OBJECT_SUFFIX } from "./object-file.js";
import type { ListRequest, ObjectPage, ObjectSummary } from "./object-store.js";

/** One page of the objects under `root`, in key order. Holds one folder's names per level in memory. */
export async function listObjectFiles(root: string, request: ListRequest): Promise<ObjectPage> {
  const { limit, folders, nameStart } = readListRequest(request);
  const objects: ObjectSummary[] = [];
  for await (const key of walkKeys(root, folders, nameStart, request.after ?? "")) {
    const found = await unlessMissing(stat(join(root, key) + OBJECT_SUFFIX));
    if (found === undefined) continue;
    if (objects.length === limit) return { objects, nextAfter: objects[limit - 1]!.key };
    objects.push({ key, size: found.size - HEADER_SIZE, modifiedAt: found.mtime });
  }
  return { objects };
}

/** The keys below `folders` whose name begins with `nameStart` and that come after `after`, in order. */
async function* walkKeys(root: string, folders: string[], nameStart: string, after: string): AsyncGenerator<string> {
  const keyStart = folders.map((folder) => `${folder}/`).join("");
  for (const name of await sortedNames(join(root, ...folders))) {
    if (!name.startsWith(nameStart)) continue;
    const key = keyStart + name;
    if (!name.endsWith("/")) {
      if (key > after) yield key;
    } else if (key > after || after.startsWith(key)) {
      yield* walkKeys(root, [...folders, name.slice(0, -1)], "", after);
    }
  }
}

/** Objects by their name, folders with a closing slash, so that plain string order is key order. */
async function sortedNames(folder: string): Promise<string[]> {
  const entries = (await unlessMissing(readdir(folder, { withFileTypes: true }))) ?? [];
  const names: string[] = [];
  for (const entry of entries) {
    if (entry.name.startsWith(".")) continue;
    if (entry.isDirectory()) names.push(`${entry.name}/`);
    else if (entry.name.endsWith(OBJECT_SUFFIX)) names.push(entry.name.slice(0, -OBJECT_SUFFIX.length));
  }
  return names.toSorted((left, right) => (left < right ? -1 : 1));
}
