import { fileURLToPath } from "node:url";
import type { ParsedMail } from "mailparser";
import postgres from "postgres";
import type { Credential, ViewerAnswer } from "@studio/kit/auth/credential.js";
import type { StatedPurpose } from "@studio/kit/auth/purpose.js";
import { anonymous, type Viewer } from "@studio/kit/auth/viewer.js";
import { MovableClock } from "@studio/kit/clock.js";
import { newKey } from "@studio/kit/crypto/seal.js";
import { openDatabase, type Database } from "@studio/kit/db/database.js";
import { migrateService } from "@studio/kit/db/migrate.js";
import { roleUrl } from "@studio/kit/db/role-url.js";
import type { ServiceName } from "@studio/kit/db/services.js";
import { createLogger } from "@studio/kit/logger.js";
import type { RunningSubgraph } from "@studio/kit/server/subgraph.js";
import { createTestPostgres } from "../../../dev/src/postgres/test-postgres.js";
import { startIdentity, type IdentityOptions } from "../src/index.js";
import { openMailbox } from "./mailbox.js";
import { standInForStudios } from "./stand-in-for-studios.js";

/** The subgraph in this process, over a PostgreSQL and a mail server of its own. */
export interface RunningIdentity {
  subgraph: RunningSubgraph;
  options: IdentityOptions;
  clock: MovableClock;
  /** A superuser's connections: for what the graph cannot do. */
  admin: postgres.Sql;
  /** Where PostgreSQL logs. */
  logFile: string;
  mails: ParsedMail[];
  openAs(service: ServiceName): Database;
  ask(viewer: Viewer, query: string, variables?: Record<string, unknown>, purpose?: StatedPurpose): Promise<Answer>;
  identify(credential: Credential): Promise<ViewerAnswer>;
  /** The code in the newest mail to an address, once it has come. */
  codeFor(email: string, howMany?: number): Promise<string>;
  stop(): Promise<void>;
}

export interface Answer {
  data: any;
  errors: { message: string; path: string; code: string; field: unknown; rows: unknown }[];
}

export { anonymous };

export async function runIdentity(settings: Record<string, string> = {}): Promise<RunningIdentity> {
  const server = await createTestPostgres({ settings, fill });
  const mailbox = await openMailbox();
  const clock = new MovableClock();
  const options = optionsFor(server.url, mailbox.url, clock);
  const subgraph = await startIdentity(options);
  const admin = postgres(server.url, { max: 2, onnotice: () => {} });
  const opened: Database[] = [];
  return {
    subgraph,
    options,
    clock,
    admin,
    logFile: server.logFile,
    mails: mailbox.mails,
    openAs(service) {
      const url = roleUrl(server.url, options.masterKey, service);
      const db = openDatabase({ url, max: 2, applicationName: "test" });
      opened.push(db);
      return db;
    },
    ask: (...asked) => ask(subgraph, ...asked),
    identify: (credential) => identify(subgraph, credential),
    codeFor: (email, howMany = 1) => mailbox.codeFor(email, howMany),
    async stop() {
      for (const db of opened) await db.close();
      await admin.end();
      await subgraph.stop();
      await mailbox.close();
      await server.stop();
    },
  };
}

/** What a first start leaves, and the neighbours. */
async function fill(url: string): Promise<void> {
  await (await startIdentity(optionsFor(url, "smtp://127.0.0.1:1", new MovableClock()))).stop();
  for (const service of ["media", "compliance"] as const)
    await migrateService(url, service, fileURLToPath(new URL(`../../${service}/migrations`, import.meta.url)));
  const admin = postgres(url, { max: 1, onnotice: () => {} });
  await standInForStudios(admin);
  await admin.end();
}

function optionsFor(databaseUrl: string, smtpUrl: string, clock: MovableClock): IdentityOptions {
  return {
    databaseUrl,
    smtpUrl,
    clock,
    masterKey: newKey(),
    publicUrl: "http://localhost",
    logger: createLogger("identity", "silent"),
    mailFrom: "Studio <studio@platform.example>",
    webhooksToLoopback: true,
  };
}

async function ask(
  subgraph: RunningSubgraph,
  viewer: Viewer,
  query: string,
  variables?: Record<string, unknown>,
  purpose?: StatedPurpose,
): Promise<Answer> {
  const { data, errors = [] } = await subgraph.execute({ query, variables, viewer, purpose, requestId: "request" });
  const told = errors.map(({ message, path, extensions }) => ({
    message,
    path: path?.join(".") ?? "",
    code: String(extensions?.["code"]),
    field: extensions?.["field"],
    rows: extensions?.["rows"],
  }));
  return { data, errors: told };
}

async function identify(subgraph: RunningSubgraph, credential: Credential): Promise<ViewerAnswer> {
  const body = JSON.stringify(credential);
  const answer = await subgraph.fetch(new Request("http://identity.internal/viewer", { method: "POST", body }));
  return (await answer.json()) as ViewerAnswer;
}
