import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

/** The cursor that a file keeps; null if there is none. */
export async function readCursor(path: string): Promise<string | null> {
  const text = await readFile(path, "utf8").catch(() => "");
  return text.trim() || null;
}

/** Keeps a cursor: the file holds the old one or the new one, whenever the process dies. */
export async function keepCursor(path: string, cursor: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.new`, `${cursor}\n`);
  await rename(`${path}.new`, path);
}
