import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, relative, resolve } from "node:path";

/** A generated file: where it lies, relative to the schema folder, and what it should hold. */
export interface SchemaFile {
  path: string;
  text: string;
}

/** Writes the files that differ. @returns the paths written */
export async function writeSchemaFiles(folder: string, files: readonly SchemaFile[]): Promise<string[]> {
  const stale = await staleFiles(folder, files);
  for (const { path, text } of files) {
    if (!stale.includes(path)) continue;
    await mkdir(dirname(resolve(folder, path)), { recursive: true });
    await writeFile(resolve(folder, path), text);
  }
  return stale;
}

/** The paths of files that are missing or hold something else. */
export async function staleFiles(folder: string, files: readonly SchemaFile[]): Promise<string[]> {
  const checks = await Promise.all(
    files.map(async ({ path, text }) => ((await readIfThere(resolve(folder, path))) === text ? [] : [path])),
  );
  return checks.flat();
}

/** How a generated file is named to the person who runs a command at the top of the repository. */
export function shownPath(folder: string, path: string): string {
  return relative(process.cwd(), resolve(folder, path));
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
