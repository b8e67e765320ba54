/**
 * The contract of `access-matrix.md`, written out a second time for the fields that exist: what each column gets.
 * `R` the value, `M` a masked form, anything else null and one FORBIDDEN whose reason matches.
 */
export const REFUSED = {
  "-": /your role may not see it/,
  s: /lacks the scope contacts:read/,
  sp: /lacks the scope photos:read/,
  f: /no grant for this field/,
  p: /stated purpose/,
  studio: /does not show originals to coordinators/,
  unmapped: /not mapped/,
  notHr: /not one that HR owns/,
  W: /may be written but not read/,
} as const;

export type Cell = "R" | "M" | keyof typeof REFUSED;

const TABLE = `
  field                | self  coord   admin  owner  privacy  integr  +grant  noPhoto  hr        staff+  staff+0
  id                   | R     R       R      R      R        R       R       R        R         R       R
  status               | R     R       R      R      R        R       R       R        R         R       R
  firstName            | R     R       R      R      R        R       R       R        R         R       R
  lastName             | R     R       R      R      R        R       R       R        R         R       R
  email                | R     R       R      R      R        R       R       R        R         M       M
  phone                | R     M       R      R      R        R       R       R        R         M       M
  externalId           | -     -       R      R      R        R       R       R        R         R       R
  L0 department        | R     R       R      R      R        R       R       R        R         R       R
  L0 job_title         | R     R       R      R      R        R       R       R        R         R       R
  L1 office            | R     R       R      R      R        R       R       R        R         R       R
  L1 employee_number   | R     R       R      R      R        R       R       R        R         R       R
  L1 remote_days       | R     R       R      R      R        R       R       R        unmapped  R       R
  L2 salary_band       | R     -       R      R      R        f       R       f        R         -       -
  L2 date_of_birth     | R     -       R      R      R        f       f       f        notHr     -       -
  L3 emergency_contact | R     -       -      p      p        -       -       -        W         -       -
  consents             | R     M       R      R      R        M       M       M        -         R       R
  original             | R     studio  R      R      p        R       R       sp       -         R       sp
  edited               | R     R       R      R      R        R       R       sp       R         R       sp
`;

const lines = TABLE.trim()
  .split("\n")
  .map((line) => line.split("|"));
const words = (text = "") => text.trim().split(/\s+/);

/** The columns: roles, and programs with more or fewer grants and scopes. */
export const COLUMNS: readonly string[] = words(lines[0]?.[1]);

/** The fields, by the names under which a `ContactView` holds their values. */
export const ROWS: readonly string[] = lines.slice(1).map(([field]) => field!.trim());

/** What the matrix gives a column of a row. */
export function cellAt(row: string, column: string): Cell {
  const cells = lines.find(([field]) => field?.trim() === row)?.[1];
  return words(cells)[COLUMNS.indexOf(column)] as Cell;
}

/** Rows that stay readable of a contact under restriction, beside the flag, for all but the contact. */
export const READABLE_UNDER_RESTRICTION: readonly string[] = ["id"];
