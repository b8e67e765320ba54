import { sql } from "drizzle-orm";
import type { Database, Tx } from "@studio/kit/db/database.js";

/** What studio-configuration publishes of a studio, as far as this subgraph asks. */
export interface PublishedStudio {
  accountId: string;
  id: string;
  name: string;
}

/** What a slug is made of. Nothing else is looked up: PostgreSQL refuses a text that holds a zero byte. */
const SLUG = /^[a-z0-9-]{1,63}$/;

/** The public studio at a slug that takes contacts now, or null: a draft, a paused or a private one is no different. */
export async function findPublicStudio(db: Database, slug: string): Promise<PublishedStudio | null> {
  if (!SLUG.test(slug)) return null;
  const place = await db.inDirectory((tx) => findPlace(tx, slug));
  if (!place) return null;
  return db.inAccount(place.account_id, async (tx) => {
    const [row] = await tx.execute<{ name: string }>(sql`
      select name from studio_configuration.published_studio
      where account_id = ${place.account_id} and id = ${place.studio_id} and status = 'published' and access = 'public'`);
    return row ? { accountId: place.account_id, id: place.studio_id, name: row.name } : null;
  });
}

async function findPlace(tx: Tx, slug: string): Promise<{ account_id: string; studio_id: string } | null> {
  const [row] = await tx.execute<{ account_id: string; studio_id: string }>(
    sql`select account_id, studio_id from studio_configuration.studio_directory where slug = ${slug}`,
  );
  return row ?? null;
}

/** The name of a studio, in whatever state it is, for a mail about it. */
export async function findStudioName(tx: Tx, accountId: string, studioId: string): Promise<string | null> {
  const [row] = await tx.execute<{ name: string }>(
    sql`select name from studio_configuration.published_studio where account_id = ${accountId} and id = ${studioId}`,
  );
  return row?.name ?? null;
}
