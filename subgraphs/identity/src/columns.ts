import { customType, pgSchema, timestamp, uuid } from "drizzle-orm/pg-core";

/** The schema that this subgraph owns. */
export const identitySchema = pgSchema("identity");

/** Raw bytes: digests, sealed values, wrapped keys. */
export const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

/** A point in time to the millisecond, as precise as the clock that gives it, so that a cursor can carry it. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: "date" });

/** The tenant that a row belongs to: first in every key. */
export const accountId = () => uuid("account_id").notNull();
