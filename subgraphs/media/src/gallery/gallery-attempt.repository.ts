import { and, eq, inArray, lt, sql } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import type { Tries } from "./pin-attempt.policy.js";
import { galleryAttempt, type GalleryRow } from "./gallery.table.js";

/** The address under which tries from anywhere are counted. */
const ANYWHERE = "";

/** Who tries, and where. */
export interface Trier {
  gallery: GalleryRow;
  address: string;
}

const ofTrier = ({ gallery: { accountId, id }, address }: Trier) =>
  and(
    eq(galleryAttempt.accountId, accountId),
    eq(galleryAttempt.galleryId, id),
    inArray(galleryAttempt.address, [address, ANYWHERE]),
  );

/** The tries that were counted, held until the transaction ends: tries at once are counted one after another. */
export async function lockTries(tx: Tx, trier: Trier, at: Date): Promise<{ own: Tries | null; all: Tries | null }> {
  const { accountId, id: galleryId } = trier.gallery;
  const none = { accountId, galleryId, address: ANYWHERE, attempts: 0, since: at, lastAt: at };
  await tx.insert(galleryAttempt).values(none).onConflictDoNothing();
  const rows = await tx
    .select()
    .from(galleryAttempt)
    .where(ofTrier(trier))
    .orderBy(galleryAttempt.address)
    .for("update");
  const of = (address: string) => rows.find((row) => row.address === address) ?? null;
  return { own: of(trier.address), all: of(ANYWHERE) };
}

/** Counts one more try; what began before `from` begins anew, and other addresses' old tries go. */
export async function countTry(tx: Tx, { gallery, address }: Trier, at: Date, from: Date): Promise<void> {
  const { accountId, id: galleryId } = gallery;
  const over = and(
    eq(galleryAttempt.accountId, accountId),
    eq(galleryAttempt.galleryId, galleryId),
    lt(galleryAttempt.since, from),
  );
  await tx.delete(galleryAttempt).where(over);
  const row = { accountId, galleryId, attempts: 1, since: at, lastAt: at };
  await tx
    .insert(galleryAttempt)
    .values([ANYWHERE, address].map((place) => ({ ...row, address: place })))
    .onConflictDoUpdate({
      target: [galleryAttempt.accountId, galleryAttempt.galleryId, galleryAttempt.address],
      set: { attempts: sql`${galleryAttempt.attempts} + 1`, lastAt: at },
    });
}

/** Forgets an address's tries: it showed the PIN. */
export async function forgetTries(tx: Tx, { gallery: { accountId, id }, address }: Trier): Promise<void> {
  await tx
    .delete(galleryAttempt)
    .where(
      and(
        eq(galleryAttempt.accountId, accountId),
        eq(galleryAttempt.galleryId, id),
        eq(galleryAttempt.address, address),
      ),
    );
}
