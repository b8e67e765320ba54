import { CONTACTS, FIELDS } from "../../support/access/fields.js";
import { COLUMNS } from "../../support/access/matrix.js";
import { sightOf } from "../../support/access/oracle.js";
import type { World } from "../../support/access/world.js";

/** Columns that stand in no account and so reach no contact, whatever the matrix would show them. */
const OUTSIDE = ["anonymous", "staff"];

/** Each `row | column` of the matrix of which somebody of the cast may read somebody's value, with a purpose if need be. */
export function readableCells({ viewers }: World): string[] {
  const contacts = Array.from({ length: CONTACTS.count }, (_one, contact) => contact);
  const isReadable = (row: string, column: string) =>
    viewers
      .filter((viewer) => viewer.column === column)
      .some((viewer) =>
        FIELDS.filter((field) => field.row === row).some((field) =>
          contacts.some((contact) => {
            const whose = { account: viewer.account, contact };
            return sightOf(viewer, whose, field, { purpose: true }).kind === "value";
          }),
        ),
      );
  const rows = [...new Set(FIELDS.map(({ row }) => row))];
  return COLUMNS.filter((column) => !OUTSIDE.includes(column)).flatMap((column) =>
    rows.filter((row) => isReadable(row, column)).map((row) => `${row} | ${column}`),
  );
}
