import { sql } from "drizzle-orm";
import type { ContactViewer } from "@studio/kit/auth/viewer.js";
import { openDatabase } from "@studio/kit/db/database.js";
import { roleUrl } from "@studio/kit/db/role-url.js";
import type { World } from "./world.js";

/** What a merge moved. */
export interface MoveReceipt {
  photos: string[];
  submissions: string[];
}

/** A submission that was parted from another, each by its ids. */
export interface Parted {
  parted: Record<"submissionId" | "contactId" | "studioId" | "photoId", string>;
  from: Parted["parted"];
  takenBack: boolean;
}

/** Calls what media publishes to identity, as identity does in a merge and when it is undone. */
export function openContactMoves({ options: { databaseUrl, masterKey } }: World) {
  const identity = openDatabase({ url: roleUrl(databaseUrl, masterKey, "identity"), applicationName: "test" });
  return {
    /** @param accountId the account that the transaction works for */
    move: (from: ContactViewer, to: ContactViewer, accountId = from.accountId) =>
      identity.inAccount(accountId, async (tx) => {
        const [row] = await tx.execute<{ receipt: MoveReceipt }>(sql`
          select media.move_contact(${from.accountId}::uuid, ${from.contactId}::uuid, ${to.contactId}::uuid) as receipt`);
        return row!.receipt;
      }),
    giveBack: (from: ContactViewer, to: ContactViewer, receipt: MoveReceipt) =>
      identity.inAccount(from.accountId, async (tx) => {
        const [row] = await tx.execute<{ parted: Parted[] }>(sql`select media.return_contact(${from.accountId}::uuid,
          ${from.contactId}::uuid, ${to.contactId}::uuid, ${JSON.stringify(receipt)}::jsonb) as parted`);
        return row!.parted;
      }),
    close: () => identity.close(),
  };
}
