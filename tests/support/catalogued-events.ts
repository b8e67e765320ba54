import { EVENT_KINDS, INTERNAL_EVENTS } from "@studio/identity/event/event-catalogue.js";
import type postgres from "postgres";

/** Whatever a test made happen must be in the catalogue, or the platform's own: a type that is not never reaches a reader. @throws if not */
export async function assertCatalogued(admin: postgres.Sql): Promise<void> {
  const names = new Set<string>([...Object.values(EVENT_KINDS).map(({ name }) => name), ...INTERNAL_EVENTS]);
  const rows = await admin<{ type: string }[]>`select distinct type from events.event`;
  const unknown = rows.map(({ type }) => type).filter((type) => !names.has(type));
  if (unknown.length > 0) throw new Error(`These events are not in the catalogue: ${unknown.join(", ")}.`);
}
