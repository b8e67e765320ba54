import { customType, pgSchema, timestamp } from "drizzle-orm/pg-core";

/** The PostgreSQL schema that media owns. */
export const mediaSchema = pgSchema("media");

/** A moment in time, to the millisecond, as our clocks count. */
export const moment = (column: string) => timestamp(column, { withTimezone: true, precision: 3 });

/** Sealed or hashed bytes. */
export const bytes = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });
