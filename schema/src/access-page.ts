import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { printMatrix } from "@studio/identity/access/print-matrix.js";
import type { SchemaFile } from "./schema-files.js";

const PAGE = "../docs/access.md";
const MATRIX = /(?<=<!-- The matrix: written by `pnpm generate`. -->\n).*(?=\n<!-- The matrix ends. -->)/s;

/** The page about access as it should be: its matrix printed from the access table. @param folder the schema's */
export async function accessPage(folder: string): Promise<SchemaFile> {
  const page = await readFile(resolve(folder, PAGE), "utf8");
  if (!MATRIX.test(page)) throw new Error(`${PAGE} has no place for the matrix.`);
  return { path: PAGE, text: page.replace(MATRIX, () => `\n${printMatrix()}\n`) };
}
