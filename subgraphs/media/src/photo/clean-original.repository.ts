import { and, asc, eq, gt, inArray, isNotNull, isNull, ne, or } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import { photo, type PhotoRow } from "./photo.table.js";

/**
 * Puts the clean original in the place of the uploaded file, also a second time. False if that is not there any more:
 * the photo was purged, or failed.
 */
export async function replaceUploaded(
  tx: Tx,
  { accountId, id, objectKey: uploadedKey }: PhotoRow,
  clean: { objectKey: string; cleanDigest: string; bytes: number },
): Promise<boolean> {
  const rows = await tx
    .update(photo)
    .set(clean)
    .where(and(isPhoto(accountId, id), inArray(photo.objectKey, [uploadedKey!, clean.objectKey])))
    .returning({ id: photo.id });
  return rows.length > 0;
}

/** Forgets the uploaded file of a photo that failed before it was clean: it is never shown. */
export async function forgetUploaded(tx: Tx, { accountId, id }: Pick<PhotoRow, "accountId" | "id">): Promise<boolean> {
  const rows = await tx
    .update(photo)
    .set({ objectKey: null, originalDigest: null })
    .where(
      and(isPhoto(accountId, id), eq(photo.status, "failed"), isNull(photo.cleanDigest), isNotNull(photo.objectKey)),
    )
    .returning({ id: photo.id });
  return rows.length > 0;
}

/**
 * The account's photos after `after`, in the order of their ids, that are done with and whose uploaded file is still
 * there. What failed under a restriction of processing is kept as it is (GDPR art. 18).
 */
export function listUncleaned(tx: Tx, accountId: string, after: string | null, limit: number): Promise<PhotoRow[]> {
  const isDone = or(
    eq(photo.status, "ready"),
    and(eq(photo.status, "failed"), ne(photo.failureCode, "PROCESSING_RESTRICTED")),
  );
  return tx
    .select()
    .from(photo)
    .where(
      and(
        eq(photo.accountId, accountId),
        isNull(photo.cleanDigest),
        isNotNull(photo.objectKey),
        isDone,
        after === null ? undefined : gt(photo.id, after),
      ),
    )
    .orderBy(asc(photo.id))
    .limit(limit);
}

function isPhoto(accountId: string, id: string) {
  return and(eq(photo.accountId, accountId), eq(photo.id, id));
}
