import { readFileSync } from "node:fs";

/** The access matrix as it was agreed: its own text, which the code's table and every test of access are held to. */
const TEXT = readFileSync(new URL("../../../subgraphs/identity/test/access-matrix.md", import.meta.url), "utf8");

const [HEAD, , ...LINES] = TEXT.trim()
  .split("\n")
  .map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

/** The name of the row that says what a restriction leaves. */
export const RESTRICTION = "a contact under restriction";

/** Who may ask, by the names of the matrix's columns. */
export const COLUMNS: readonly string[] = HEAD!.slice(1);

/** What there is to see, by the names of the matrix's rows. */
export const ROWS: readonly string[] = LINES.map(([name]) => name!).filter((name) => name !== RESTRICTION);

/** The matrix's words for a row and a column. @throws if it has no such cell */
export function phraseAt(row: string, column: string): string {
  const phrase = LINES.find(([name]) => name === row)?.[COLUMNS.indexOf(column) + 1];
  if (!phrase) throw new Error(`The matrix has no cell for ${row}, ${column}.`);
  return phrase;
}
