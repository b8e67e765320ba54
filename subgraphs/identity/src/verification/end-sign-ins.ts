import type { Tx } from "@studio/kit/db/database.js";
import { revokeOpenInvitations } from "../invitation/invitation.repository.js";
import { revokeSessions } from "../session/session.repository.js";
import { endVerifications } from "./verification.repository.js";

/** Ends these contacts' sessions, and the codes and invitations on their way to them. */
export async function endSignIns(tx: Tx, accountId: string, contactIds: readonly string[], at: Date): Promise<void> {
  if (contactIds.length === 0) return;
  await revokeSessions(tx, accountId, contactIds, at);
  await endVerifications(tx, accountId, contactIds, at);
  await revokeOpenInvitations(tx, accountId, contactIds, at);
}
