import { after, hourMs } from "@studio/kit/clock.js";
import type { Change } from "@studio/kit/db/change.js";
import { newId } from "@studio/kit/id.js";
import type { ContactRow } from "../contact/contact.repository.js";
import type { Email } from "../contact/email.policy.js";
import type { IdentityContext } from "../context.js";
import { VERIFICATION_MAIL } from "../mail/verification-mail.job.js";
import { digestCode, newCode, sealCode } from "./code.js";
import { MAX_CODES_PER_HOUR, maySignIn } from "./verification.policy.js";
import { countVerifications, insertVerification } from "./verification.repository.js";

/** A code that is to be sent. */
export interface CodeRequest {
  accountId: string;
  studioId: string;
  contactId: string;
  expiresAt: Date;
  /** The address to send it to, where it is to become the contact's. */
  newEmail?: Email;
}

/** Why a person gets no mail, for the audit alone; null if they get one. */
export async function whyNoCode(
  { services }: IdentityContext,
  { tx }: Change,
  accountId: string,
  contact: Pick<ContactRow, "id" | "status">,
): Promise<string | null> {
  if (!maySignIn(contact.status)) return "the contact is not active";
  const since = after(services.clock.now(), -hourMs);
  const asked = await countVerifications(tx, accountId, contact.id, since);
  return asked >= MAX_CODES_PER_HOUR ? "too many codes in an hour" : null;
}

/** Makes a code and sends it by mail, once the change is committed. */
export async function sendCode(
  { services }: IdentityContext,
  { tx, audit }: Change,
  { accountId, studioId, contactId, expiresAt, newEmail }: CodeRequest,
): Promise<void> {
  const place = { accountId, id: newId() };
  const code = newCode();
  await insertVerification(tx, {
    ...place,
    contactId,
    studioId,
    codeHash: digestCode(services.keys, place, code),
    codeSealed: sealCode(services.keys, place, code),
    newEmail: newEmail?.address ?? null,
    newEmailKey: newEmail?.key ?? null,
    createdAt: services.clock.now(),
    expiresAt,
  });
  await services.jobs.enqueue(tx, VERIFICATION_MAIL, { accountId, verificationId: place.id });
  audit({ action: "verification.requested", subjectType: "Contact", subjectId: contactId });
}
