import { sql, type SQL } from "drizzle-orm";
import type { Database, Tx } from "@studio/kit/db/database.js";
import { idArray } from "@studio/kit/db/id-array.js";

/** What studio-configuration publishes of a studio, as far as this subgraph asks. */
export interface PublishedStudio {
  accountId: string;
  id: string;
  name: string;
}

/** What a slug is made of. Nothing else is looked up: PostgreSQL refuses a text that holds a zero byte. */
const SLUG = /^[a-z0-9-]{1,63}$/;

/**
 * The studio at a slug that takes this visitor now, or null: a draft, a paused one, one of a closing account, or a
 * private one is no different. `ownStudioId` is where the visitor is signed in already, whatever its access.
 */
export async function findStudioToEnter(
  db: Database,
  slug: string,
  ownStudioId: string | null,
): Promise<PublishedStudio | null> {
  if (!SLUG.test(slug)) return null;
  const place = await db.inDirectory((tx) => findPlace(tx, slug));
  if (!place) return null;
  const { account_id: accountId, studio_id: id } = place;
  const access = id === ownStudioId ? sql`true` : sql`s.access = 'public'`;
  return db.inAccount(accountId, (tx) => findOpen(tx, accountId, id, access));
}

/** The studio if it takes people now, whatever its access; null for every other, and while its account is closing. */
export function findOpenStudio(tx: Tx, accountId: string, studioId: string): Promise<PublishedStudio | null> {
  return findOpen(tx, accountId, studioId, sql`true`);
}

async function findOpen(tx: Tx, accountId: string, id: string, access: SQL): Promise<PublishedStudio | null> {
  const [row] = await tx.execute<{ name: string }>(sql`
    select s.name from studio_configuration.published_studio s join identity.account a using (account_id)
    where s.account_id = ${accountId} and s.id = ${id} and s.status = 'published' and a.status = 'active' and ${access}`);
  return row ? { accountId, id, name: row.name } : null;
}

async function findPlace(tx: Tx, slug: string): Promise<{ account_id: string; studio_id: string } | null> {
  const [row] = await tx.execute<{ account_id: string; studio_id: string }>(
    sql`select account_id, studio_id from studio_configuration.studio_directory where slug = ${slug}`,
  );
  return row ?? null;
}

/** The names of studios, in whatever state they are, by id: only of those that the account has. */
export async function findStudioNames(
  tx: Tx,
  accountId: string,
  studioIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await tx.execute<{ id: string; name: string }>(sql`
    select id, name from studio_configuration.published_studio
    where account_id = ${accountId} and id = any(${idArray(studioIds)})`);
  return new Map([...rows].map(({ id, name }) => [id, name]));
}

/** The name of a studio, in whatever state it is, for a mail about it; null if the account has none with this id. */
export async function findStudioName(tx: Tx, accountId: string, studioId: string): Promise<string | null> {
  const [row] = await tx.execute<{ name: string }>(
    sql`select name from studio_configuration.published_studio where account_id = ${accountId} and id = ${studioId}`,
  );
  return row?.name ?? null;
}

/** Whether a studio, in whatever state it is, shows originals to coordinators; null if the account has none with this id. */
export async function findShowsOriginals(tx: Tx, accountId: string, studioId: string): Promise<boolean | null> {
  const [row] = await tx.execute<{ shows: boolean }>(sql`
    select coordinators_see_originals as shows from studio_configuration.published_studio
    where account_id = ${accountId} and id = ${studioId}`);
  return row?.shows ?? null;
}
