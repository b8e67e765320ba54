import type { MediaServices } from "../../context.js";
import { deleteParts, listParts } from "./upload-part.repository.js";

/** Removes what came in of a resumable upload. May be repeated after a crash at any point. */
export async function discardParts(
  { db, objects }: Pick<MediaServices, "db" | "objects">,
  photo: { accountId: string; id: string },
): Promise<void> {
  const parts = await db.inAccount(photo.accountId, (tx) => listParts(tx, photo));
  for (const part of parts) await objects.delete(part.objectKey);
  if (parts.length > 0) await db.inAccount(photo.accountId, (tx) => deleteParts(tx, photo));
}
