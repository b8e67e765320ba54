import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import postgres from "postgres";
import type { ContactViewer } from "@studio/kit/auth/viewer.js";
import { MovableClock } from "@studio/kit/clock.js";
import { localKeyService } from "@studio/kit/crypto/key-service.js";
import { newKey, deriveKey } from "@studio/kit/crypto/seal.js";
import { prepareDatabase } from "@studio/kit/db/prepare-database.js";
import { newId } from "@studio/kit/id.js";
import { createLogger } from "@studio/kit/logger.js";
import type { RunningSubgraph } from "@studio/kit/server/subgraph.js";
import { createTestPostgres } from "../../../dev/src/postgres/test-postgres.js";
import { recipeHash, type Recipe } from "../src/imaging/recipe.js";
import { startMedia, type MediaOptions } from "../src/start.js";
import { createStandIns } from "./stand-ins.js";

const recipe: Recipe = {
  width: 400,
  height: 400,
  fit: "crop",
  format: "jpeg",
  quality: 82,
  backdrop: "#e8eef4",
};

export interface ContactOptions {
  status?: string;
  groupIds?: string[];
  restricted?: boolean;
  consents?: boolean;
}

export interface StudioOptions {
  status?: string;
  reviewMode?: string;
  coordinatorsSeeOriginals?: boolean;
  recipe?: Recipe | null;
  coordinatorsReview?: boolean;
  capacity?: number;
  submissionsPerContact?: number;
  opensAt?: Date;
  closesAt?: Date;
}

export interface World extends ReturnType<typeof people> {
  media: RunningSubgraph;
  /** The database as its administrator sees it, past row level security. */
  sql: postgres.Sql;
  clock: MovableClock;
  options: MediaOptions & { objectDirectory: string };
  close(): Promise<void>;
}

/**
 * Media over a PostgreSQL of its own, with stand-ins for the other subgraphs. Tests make their own accounts in it.
 * Objects lie in a temporary folder, unless the test has another place for them.
 */
export async function openWorld({ workers, storageUrl }: { workers: boolean; storageUrl?: string }): Promise<World> {
  const server = await createTestPostgres({ fill });
  const objectDirectory = await mkdtemp(join(tmpdir(), "studio-test-objects-"));
  const clock = new MovableClock();
  const options = {
    ...optionsFor(server.url, clock),
    objectDirectory,
    storageUrl: storageUrl ?? pathToFileURL(objectDirectory).href,
    workers,
  };
  const media = await startMedia(options);
  const sql = postgres(server.url, { max: 2, onnotice: () => {} });
  return {
    media,
    sql,
    clock,
    options,
    ...people(sql, options.masterKey),
    close: async () => {
      await media.stop();
      await sql.end();
      await server.stop();
      await rm(objectDirectory, { recursive: true, force: true });
    },
  };
}

/** The stand-ins, and what a first start leaves. */
async function fill(url: string): Promise<void> {
  const options = optionsFor(url, new MovableClock());
  await prepareDatabase(url, options.masterKey);
  await createStandIns(url);
  const folder = await mkdtemp(join(tmpdir(), "studio-test-objects-"));
  const media = await startMedia({ ...options, storageUrl: pathToFileURL(folder).href, workers: false });
  await media.stop();
  await rm(folder, { recursive: true });
}

function optionsFor(databaseUrl: string, clock: MovableClock) {
  const logger = createLogger("media", process.env["LOG_LEVEL"] ?? "silent");
  return { databaseUrl, masterKey: newKey(), publicUrl: "http://studio.test", clock, logger };
}

function people(sql: postgres.Sql, masterKey: Buffer) {
  const keys = localKeyService(deriveKey(masterKey, "data-keys"));

  async function addStudio(accountId: string, options: StudioOptions = {}): Promise<string> {
    const studioId = newId();
    const made = options.recipe === undefined ? recipe : options.recipe;
    await sql`insert into studio_configuration.published_studio values (${accountId}, ${studioId},
      ${options.status ?? "published"}, 'Studio', 'public', ${options.coordinatorsSeeOriginals ?? false},
      ${sql.json(made)}, ${options.reviewMode ?? "automatic"}, ${options.coordinatorsReview ?? false},
      ${options.capacity ?? null}, ${options.submissionsPerContact ?? null}, ${options.opensAt ?? null},
      ${options.closesAt ?? null})`;
    await sql`insert into studio_configuration.studio_directory values (${studioId}, ${accountId}, ${studioId})`;
    return studioId;
  }

  async function addContact(accountId: string, studioId: string, options: ContactOptions = {}): Promise<ContactViewer> {
    const contactId = newId();
    const restrictedAt = options.restricted ? new Date() : null;
    await sql`insert into identity.published_contact values (${accountId}, ${contactId}, ${options.status ?? "verified"},
      ${restrictedAt}, ${options.groupIds ?? []})`;
    const { wrapped } = await keys.newDataKey(`contact:${accountId}:${contactId}`);
    await sql`insert into identity.published_contact_key values (${accountId}, ${contactId}, ${wrapped})`;
    if (options.consents !== false) {
      await sql`insert into compliance.published_consent values (${accountId}, ${contactId}, 'processing', 'given', now())`;
    }
    return { kind: "contact", accountId, contactId, studioId, sessionId: newId() };
  }

  /** Puts a recipe on the list of a contact's studio. */
  async function addRecipe({ accountId, studioId }: ContactViewer, name: string, wanted: Recipe): Promise<string> {
    const id = newId();
    await sql`insert into media.derivative_recipe (account_id, id, studio_id, name, recipe, recipe_hash, created_at)
      values (${accountId}, ${id}, ${studioId}, ${name}, ${sql.json(wanted)}, ${recipeHash(wanted)}, now())`;
    return id;
  }

  return {
    addStudio,
    addContact,
    addRecipe,
    /** A contact of a new account and a new studio. */
    async newcomer(options: ContactOptions & { studio?: StudioOptions } = {}): Promise<ContactViewer> {
      const accountId = newId();
      return addContact(accountId, await addStudio(accountId, options.studio), options);
    },
  };
}
