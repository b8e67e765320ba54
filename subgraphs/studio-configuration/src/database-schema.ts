import { pgSchema, timestamp } from "drizzle-orm/pg-core";

/** The PostgreSQL schema that this subgraph owns. */
export const studioSchema = pgSchema("studio_configuration");

/** A point in time, with its zone. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
