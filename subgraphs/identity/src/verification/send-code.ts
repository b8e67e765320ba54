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
  /** Whether a mail will carry it; true unless said. A code that nobody is sent is kept as a digest alone. */
  isSent?: boolean;
  /** The address to send it to, where it is to become the contact's. */
  newEmail?: Email;
}

/** Said of a contact who asked for more codes than an hour allows. */
export const TOO_OFTEN = "too many codes in an hour";

/** Why a person gets no mail, for the audit alone; null if they get one. */
export async function whyNoCode(
  { services }: IdentityContext,
  { tx }: Change,
  accountId: string,
  contact: Pick<ContactRow, "id" | "status">,
): Promise<string | null> {
  if (!maySignIn(contact.status)) return "the contact is not active";
  return (await asksTooOften(services, tx, accountId, contact.id)) ? TOO_OFTEN : null;
}

/** Whether the contact was given as many codes as an hour allows. */
export async function asksTooOften(
  { clock }: IdentityContext["services"],
  tx: Change["tx"],
  accountId: string,
  contactId: string,
): Promise<boolean> {
  return (await countVerifications(tx, accountId, contactId, after(clock.now(), -hourMs))) >= MAX_CODES_PER_HOUR;
}

/** Makes a code and sends it by mail, once the change is committed. */
export async function sendCode(
  { services }: IdentityContext,
  { tx, audit }: Change,
  { accountId, studioId, contactId, expiresAt, isSent = true, newEmail }: CodeRequest,
): Promise<void> {
  const place = { accountId, id: newId() };
  const code = newCode();
  await insertVerification(tx, {
    ...place,
    contactId,
    studioId,
    codeHash: digestCode(services.keys, place, code),
    codeSealed: isSent ? sealCode(services.keys, place, code) : null,
    newEmail: newEmail?.address ?? null,
    newEmailKey: newEmail?.key ?? null,
    createdAt: services.clock.now(),
    expiresAt,
  });
  if (!isSent) return;
  await services.jobs.enqueue(tx, VERIFICATION_MAIL, { accountId, verificationId: place.id });
  audit({ action: "verification.requested", subjectType: "Contact", subjectId: contactId });
}
