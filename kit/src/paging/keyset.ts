import { and, or, sql, type SQL } from "drizzle-orm";
import type { CursorKeys } from "./cursor.js";

/** Which end of an order comes first. */
export type Direction = "asc" | "desc";

/** What PostgreSQL takes a value for, so that a parameter compares as its column does. */
export type ColumnType = "text" | "float8" | "timestamptz" | "uuid" | "int4";

/** One comparable value in SQL, or null. */
export interface Column {
  sql: SQL;
  type: ColumnType;
  nullable: boolean;
}

/** One column of an order. A missing value counts as greater than every other. */
export interface KeyColumn extends Column {
  direction: Direction;
}

type Key = CursorKeys[number];

/** The order, or the same read from its end. The last column is unique, so it is total. */
export function orderBy(columns: readonly KeyColumn[], reversed: boolean): SQL[] {
  return columns.map(({ sql: column, direction }) => {
    const isAscending = (direction === "asc") !== reversed;
    return isAscending ? sql`${column} asc nulls last` : sql`${column} desc nulls first`;
  });
}

/** The columns' values as JSON, as `isBeyond` takes them back. */
export function keysOf(columns: readonly KeyColumn[]): SQL<CursorKeys> {
  return sql<CursorKeys>`jsonb_build_array(${sql.join(
    columns.map((column) => column.sql),
    sql`, `,
  )})`;
}

/**
 * Rows strictly after a row with these keys, or strictly before it. Where all columns run one way and none may be
 * missing, it is one row comparison; else a bound on the first column lets an index begin at the right place.
 */
export function isBeyond(columns: readonly KeyColumn[], keys: CursorKeys, before: boolean): SQL {
  const directed = columns.map((column) => ({ ...column, ascending: (column.direction === "asc") !== before }));
  const [first] = directed;
  const isPlain = directed.every(({ nullable, ascending }) => !nullable && ascending === first!.ascending);
  if (isPlain) {
    const left = sql.join(
      directed.map((column) => column.sql),
      sql`, `,
    );
    const right = sql.join(
      directed.map((column, index) => typed(keys[index]!, column.type)),
      sql`, `,
    );
    return first!.ascending ? sql`(${left}) > (${right})` : sql`(${left}) < (${right})`;
  }
  return and(bound(first!, keys[0]!), beyondFrom(directed, keys, 0))!;
}

type Directed = KeyColumn & { ascending: boolean };

function beyondFrom(columns: readonly Directed[], keys: CursorKeys, index: number): SQL {
  const column = columns[index]!;
  const strict = beyondOne(column, keys[index]!);
  if (index === columns.length - 1) return strict;
  return or(strict, and(sameAs(column, keys[index]!), beyondFrom(columns, keys, index + 1)))!;
}

function beyondOne({ sql: column, type, nullable, ascending }: Directed, key: Key): SQL {
  if (key === null) return ascending ? sql`false` : sql`${column} is not null`;
  if (!ascending) return sql`${column} < ${typed(key, type)}`;
  const greater = sql`${column} > ${typed(key, type)}`;
  return nullable ? sql`(${greater} or ${column} is null)` : greater;
}

function sameAs({ sql: column, type }: Directed, key: Key): SQL {
  return key === null ? sql`${column} is null` : sql`${column} = ${typed(key, type)}`;
}

function bound({ sql: column, type, nullable, ascending }: Directed, key: Key): SQL | undefined {
  if (key === null) return ascending ? sql`${column} is null` : undefined;
  if (!ascending) return sql`${column} <= ${typed(key, type)}`;
  return nullable ? undefined : sql`${column} >= ${typed(key, type)}`;
}

/** A value as a parameter of a column's type. */
export function typed(value: string | number | boolean, type: ColumnType): SQL {
  return sql`${String(value)}::${sql.raw(type)}`;
}

/** Values as one array parameter: the statement's text stays the same however many there are. */
export function typedArray(values: readonly (string | number | boolean)[], type: ColumnType): SQL {
  const quoted = values.map((value) => `"${String(value).replaceAll(/["\\]/g, String.raw`\$&`)}"`);
  return sql`${`{${quoted.join(",")}}`}::${sql.raw(type)}[]`;
}
