import { sql } from "drizzle-orm";
import type { Database } from "@studio/kit/db/database.js";

/** What a slug is made of. Nothing else is looked up: PostgreSQL refuses a text that holds a zero byte. */
const SLUG = /^[a-z0-9-]{1,63}$/;

/**
 * The account of the public studio at a slug, or null. One that is paused or archived counts too: whom it once took
 * photos of may still ask what became of them.
 */
export async function findPublicAccount(db: Database, slug: string): Promise<string | null> {
  if (!SLUG.test(slug)) return null;
  const [place] = await db.inDirectory((tx) =>
    tx.execute<{ account_id: string; studio_id: string }>(
      sql`select account_id, studio_id from studio_configuration.studio_directory where slug = ${slug}`,
    ),
  );
  if (!place) return null;
  const { account_id: accountId, studio_id: studioId } = place;
  const [studio] = await db.inAccount(accountId, (tx) =>
    tx.execute(sql`
      select id from studio_configuration.published_studio
      where account_id = ${accountId} and id = ${studioId} and status <> 'draft' and access = 'public'`),
  );
  return studio ? accountId : null;
}
