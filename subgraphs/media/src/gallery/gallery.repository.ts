import { and, desc, eq, sql } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import { gallery, galleryItem, type GalleryRow } from "./gallery.table.js";

type Key = Pick<GalleryRow, "accountId" | "id">;

const one = ({ accountId, id }: Key) => and(eq(gallery.accountId, accountId), eq(gallery.id, id));

/** Adds a gallery; of a selection, with what it shows. */
export async function insertGallery(tx: Tx, row: GalleryRow, submissionIds: readonly string[]): Promise<void> {
  await tx.insert(gallery).values(row);
  const { accountId, id: galleryId } = row;
  const items = submissionIds.map((submissionId) => ({ accountId, galleryId, submissionId }));
  if (items.length > 0) await tx.insert(galleryItem).values(items);
}

/** The gallery, or null. */
export async function findGallery(tx: Tx, key: Key): Promise<GalleryRow | null> {
  const [row] = await tx.select().from(gallery).where(one(key));
  return row ?? null;
}

/** The gallery of a link, or null. */
export async function findGalleryByLink(tx: Tx, accountId: string, digest: Buffer): Promise<GalleryRow | null> {
  const [row] = await tx
    .select()
    .from(gallery)
    .where(and(eq(gallery.accountId, accountId), eq(gallery.linkDigest, digest)));
  return row ?? null;
}

/** Locks a gallery that is not locked. @returns null if it is already */
export async function lockOpenGallery(tx: Tx, key: Key, lockedAt: Date): Promise<GalleryRow | null> {
  const [row] = await tx
    .update(gallery)
    .set({ lockedAt })
    .where(and(one(key), sql`${gallery.lockedAt} is null`))
    .returning();
  return row ?? null;
}

/** Up to `limit` of the account's galleries after a place, the newest first. */
export function listNewestGalleries(
  tx: Tx,
  accountId: string,
  { after, limit }: { after: { createdAt: string; id: string } | null; limit: number },
): Promise<GalleryRow[]> {
  const older = after
    ? sql`(${gallery.createdAt}, ${gallery.id}) < (${after.createdAt}::timestamptz, ${after.id}::uuid)`
    : undefined;
  return tx
    .select()
    .from(gallery)
    .where(and(eq(gallery.accountId, accountId), older))
    .orderBy(desc(gallery.createdAt), desc(gallery.id))
    .limit(limit);
}
