import { fileURLToPath } from "node:url";
import type { FormattedExecutionResult } from "graphql";
import postgres from "postgres";
import type { Viewer } from "@studio/kit/auth/viewer.js";
import { MovableClock } from "@studio/kit/clock.js";
import { newKey } from "@studio/kit/crypto/seal.js";
import { openDatabase, type Database } from "@studio/kit/db/database.js";
import { isolateTenants } from "@studio/kit/db/isolate-tenants.js";
import { migrateService } from "@studio/kit/db/migrate.js";
import { roleUrl } from "@studio/kit/db/role-url.js";
import type { ServiceName } from "@studio/kit/db/services.js";
import { newId } from "@studio/kit/id.js";
import { createLogger } from "@studio/kit/logger.js";
import type { RunningSubgraph } from "@studio/kit/server/subgraph.js";
import { createTestPostgres } from "../../../dev/src/postgres/test-postgres.js";
import { startStudioConfiguration, type StudioConfigurationOptions } from "../src/index.js";

/** The subgraph in this process, over a PostgreSQL of its own that has compliance's audit chain as well. */
export interface RunningStudios {
  options: StudioConfigurationOptions;
  clock: MovableClock;
  /** A superuser's connections. */
  admin: postgres.Sql;
  openAs(service: ServiceName): Database;
  ask(viewer: Viewer, query: string, variables?: Record<string, unknown>): Promise<Answer>;
  stop(): Promise<void>;
}

export type Json = any;

/** An answer as a client gets it, errors boiled down to their codes. */
export interface Answer {
  data: Json;
  codes: string[];
}

export async function runStudios(): Promise<RunningStudios> {
  const server = await createTestPostgres();
  const clock = new MovableClock();
  const masterKey = newKey();
  const logger = createLogger("studio-configuration", "silent");
  const options = { databaseUrl: server.url, masterKey, publicUrl: "http://localhost", clock, logger };
  const subgraph = await startStudioConfiguration(options);
  const compliance = fileURLToPath(new URL("../../compliance/migrations", import.meta.url));
  await migrateService(server.url, "compliance", compliance);
  const admin = postgres(server.url, { max: 2, onnotice: () => {} });
  await standInForFields(admin);
  const opened: Database[] = [];
  return {
    options,
    clock,
    admin,
    openAs(service) {
      const db = openDatabase({ url: roleUrl(server.url, masterKey, service), max: 2, applicationName: "test" });
      opened.push(db);
      return db;
    },
    ask: (viewer, query, variables) => ask(subgraph, viewer, query, variables),
    async stop() {
      await Promise.all([...opened.map((db) => db.close()), subgraph.stop(), admin.end()]);
      await server.stop();
    },
  };
}

/** Stands in for what identity publishes of custom fields. */
async function standInForFields(admin: postgres.Sql): Promise<void> {
  await admin`
    create table identity.published_contact_field (
      account_id uuid, id uuid, sensitivity text, state text, primary key (account_id, id))`;
  await isolateTenants(admin, "identity", ["studio_studio_configuration"]);
}

async function ask(
  subgraph: RunningSubgraph,
  viewer: Viewer,
  query: string,
  variables?: Record<string, unknown>,
): Promise<Answer> {
  const result = await subgraph.execute({ query, variables, viewer, requestId: "request" });
  const { data, errors = [] } = JSON.parse(JSON.stringify(result)) as FormattedExecutionResult;
  return { data, codes: errors.map(({ extensions }) => String(extensions?.["code"])) };
}

/** The people of a new account. */
export function newAccount() {
  const accountId = newId();
  return {
    accountId,
    member: (role: "owner" | "admin" | "coordinator" | "privacy_officer") =>
      ({ kind: "member", accountId, memberId: newId(), role, groupIds: [] as string[] }) as const,
    client: (scopes: string[]) =>
      ({
        kind: "api_client",
        accountId,
        clientId: newId(),
        purpose: "integration",
        scopes,
        fieldGrants: [] as string[],
      }) as const,
    contactOf: (studioId: string) =>
      ({ kind: "contact", accountId, contactId: newId(), studioId, sessionId: newId() }) as const,
    staff: (grantId: string | null, scopes: string[]) =>
      ({ kind: "staff", staffId: newId(), accountId: grantId && accountId, grantId, scopes }) as const,
  };
}
