import { fileURLToPath } from "node:url";
import { migrateSchema } from "../db/migrate.js";

/** Brings the event log's schema up to date. Services may read it and append through its function, nothing else. */
export function migrateEvents(adminUrl: string): Promise<void> {
  const folder = fileURLToPath(new URL("../../migrations/events", import.meta.url));
  return migrateSchema({ adminUrl, schema: "events", folder, grantTo: [] });
}
