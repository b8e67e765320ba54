import { customType, pgSchema, timestamp } from "drizzle-orm/pg-core";

/** The PostgreSQL schema that this subgraph owns. */
export const complianceSchema = pgSchema("compliance");

/** A point in time, with its zone. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** Bytes. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });
