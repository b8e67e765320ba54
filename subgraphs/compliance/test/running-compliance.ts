import { fileURLToPath } from "node:url";
import type { FormattedExecutionResult } from "graphql";
import postgres from "postgres";
import type { StatedPurpose } from "@studio/kit/auth/purpose.js";
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
import { startCompliance, type ComplianceOptions } from "../src/index.js";

/** The subgraph in this process, over a PostgreSQL of its own. */
export interface RunningCompliance {
  subgraph: RunningSubgraph;
  options: ComplianceOptions;
  clock: MovableClock;
  /** A superuser's connections: for what the graph cannot do, such as tampering. */
  admin: postgres.Sql;
  openAs(service: ServiceName): Database;
  ask(viewer: Viewer, query: string, variables?: Record<string, unknown>, purpose?: StatedPurpose): Promise<Answer>;
  stop(): Promise<void>;
}

export type Json = any;

/** An answer as a client gets it, errors boiled down to what a test looks at. */
export interface Answer {
  data: Json;
  errors: { message: string; path: string; code: string }[];
}

export async function runCompliance(): Promise<RunningCompliance> {
  const server = await createTestPostgres();
  const clock = new MovableClock();
  const masterKey = newKey();
  const options: ComplianceOptions = {
    databaseUrl: server.url,
    masterKey,
    publicUrl: "http://localhost",
    clock,
    logger: createLogger("compliance", "silent"),
  };
  const subgraph = await startCompliance(options);
  await migrateService(server.url, "studio-configuration", folderOf("studio-configuration"));
  const admin = postgres(server.url, { max: 2, onnotice: () => {} });
  await standInForIdentity(admin);
  const opened: Database[] = [];
  return {
    subgraph,
    options,
    clock,
    admin,
    openAs(service) {
      const db = openDatabase({ url: roleUrl(server.url, masterKey, service), max: 2, applicationName: "test" });
      opened.push(db);
      return db;
    },
    ask: (...asked) => ask(subgraph, ...asked),
    async stop() {
      await Promise.all([...opened.map((db) => db.close()), subgraph.stop(), admin.end()]);
      await server.stop();
    },
  };
}

async function ask(
  subgraph: RunningSubgraph,
  viewer: Viewer,
  query: string,
  variables?: Record<string, unknown>,
  purpose?: StatedPurpose,
): Promise<Answer> {
  const result = await subgraph.execute({ query, variables, viewer, requestId: "request", purpose });
  const { data, errors = [] } = JSON.parse(JSON.stringify(result)) as FormattedExecutionResult;
  const told = errors.map(({ message, path, extensions }) => ({
    message,
    path: path?.join(".") ?? "",
    code: String(extensions?.["code"]),
  }));
  return { data, errors: told };
}

function folderOf(subgraph: string): string {
  return fileURLToPath(new URL(`../../${subgraph}/migrations`, import.meta.url));
}

/** Identity's published view over a plain table, under row security as there. */
async function standInForIdentity(admin: postgres.Sql): Promise<void> {
  await admin.unsafe(`
    create table identity.contact (
      account_id uuid, id uuid, status text, restricted_at timestamptz, group_ids uuid[], primary key (account_id, id));
    create view identity.published_contact with (security_invoker = true) as select * from identity.contact;
    grant select on identity.published_contact, identity.contact to studio_compliance;`);
  await isolateTenants(admin, "identity", []);
}

/** An account with a published studio and people of every kind, in the database where it is looked up. */
export async function newAccount({ admin }: RunningCompliance, { consentTextVersion = 1 } = {}) {
  const accountId = newId();
  const studioId = newId();
  const groupId = newId();
  await admin`
    insert into studio_configuration.studio (account_id, id, slug, name, welcome_text, status, access, review_mode,
      coordinators_see_originals, recipe, consent_text, consent_text_version, created_at, published_at, version)
    values (${accountId}, ${studioId}, ${`studio-${studioId}`}, 'Studio', '', 'published', 'public', 'automatic',
      false, '{}', 'I agree.', ${consentTextVersion}, now(), now(), 1)`;
  await admin`insert into studio_configuration.studio_directory values (${`studio-${studioId}`}, ${accountId}, ${studioId})`;
  const newContact = async (groups: string[] = [groupId], restrictedAt: Date | null = null) => {
    const contactId = newId();
    await admin`insert into identity.contact values
      (${accountId}, ${contactId}, 'verified', ${restrictedAt}, ${`{${groups.join(",")}}`}::uuid[])`;
    return { kind: "contact", accountId, contactId, studioId, sessionId: newId() } as const;
  };
  const member = (role: "owner" | "admin" | "coordinator" | "privacy_officer", groupIds: string[] = []) =>
    ({ kind: "member", accountId, memberId: newId(), role, groupIds }) as const;
  const client = (purpose: "integration" | "hr_sync", scopes: string[]) =>
    ({ kind: "api_client", accountId, clientId: newId(), purpose, scopes, fieldGrants: [] as string[] }) as const;
  return { accountId, studioId, groupId, newContact, member, client };
}
