import { eq } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import { studioDirectory } from "./studio-directory.table.js";

/** What the directory says of a slug. */
export type DirectoryRow = typeof studioDirectory.$inferSelect;

/** Takes a slug for a studio. False if it is taken, also by one whose transaction is about to commit. */
export async function takeSlug(tx: Tx, row: DirectoryRow): Promise<boolean> {
  const taken = await tx
    .insert(studioDirectory)
    .values(row)
    .onConflictDoNothing()
    .returning({ slug: studioDirectory.slug });
  return taken.length > 0;
}

/** Whose studio a slug is, over all accounts; null if nobody's. */
export async function findBySlug(tx: Tx, slug: string): Promise<DirectoryRow | null> {
  const [row] = await tx.select().from(studioDirectory).where(eq(studioDirectory.slug, slug));
  return row ?? null;
}
