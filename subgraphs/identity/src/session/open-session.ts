import { newAccountToken } from "@studio/kit/auth/account-token.js";
import type { ContactViewer } from "@studio/kit/auth/viewer.js";
import { after, hourMs } from "@studio/kit/clock.js";
import { hashSecret } from "@studio/kit/crypto/secret-token.js";
import type { Change } from "@studio/kit/db/change.js";
import { newId } from "@studio/kit/id.js";
import { findContacts, markVerified, type ContactRow } from "../contact/contact.repository.js";
import { insertSession } from "./session.repository.js";

/** How long a contact stays signed in. */
const SESSION_LIFETIME_MS = 24 * hourMs;

/** A contact who has just proven their email, and the session that this opened. */
export interface OpenedSession {
  sessionToken: string;
  expiresAt: Date;
  contact: ContactRow;
  viewer: ContactViewer;
}

/**
 * Marks a contact verified, who has proven their email, and signs them in to a studio (P05).
 * @returns null if they were set aside or erased: nobody signs in as them
 */
export async function openSession(
  { tx, audit, emit }: Pick<Change, "tx" | "audit" | "emit">,
  { accountId, contactId, studioId }: { accountId: string; contactId: string; studioId: string },
  now: Date,
): Promise<OpenedSession | null> {
  const isFirst = await markVerified(tx, accountId, contactId, now);
  const [contact] = await findContacts(tx, accountId, [contactId]);
  if (contact?.status !== "verified") return null;
  if (isFirst) {
    audit({ action: "contact.verified", subjectType: "Contact", subjectId: contactId, fields: ["status"] });
    emit({ type: "contact.updated", ids: { contactId } });
  }
  const sessionToken = newAccountToken("ss", accountId);
  const expiresAt = after(now, SESSION_LIFETIME_MS);
  const id = newId();
  const tokenHash = hashSecret(sessionToken);
  await insertSession(tx, { accountId, id, tokenHash, contactId, studioId, createdAt: now, expiresAt });
  audit({ action: "session.created", subjectType: "Session", subjectId: id });
  const viewer: ContactViewer = { kind: "contact", accountId, contactId, studioId, sessionId: id };
  return { sessionToken, expiresAt, contact, viewer };
}
