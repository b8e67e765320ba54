import { newAccountToken } from "@studio/kit/auth/account-token.js";
import { after, hourMs } from "@studio/kit/clock.js";
import { hashSecret } from "@studio/kit/crypto/secret-token.js";
import { changeState, type Change } from "@studio/kit/db/change.js";
import { newId } from "@studio/kit/id.js";
import type { ContactViewer } from "@studio/kit/auth/viewer.js";
import { changeEmail, findContacts, markVerified } from "../contact/contact.repository.js";
import { readEmail } from "../contact/email.policy.js";
import { actAs, changeScope, type IdentityContext } from "../context.js";
import { insertSession } from "../session/session.repository.js";
import { findPublicStudio, type PublishedStudio } from "../studio/published-studio.repository.js";
import { isCode } from "./code.js";
import { endSignIns } from "./end-sign-ins.js";
import { CodeExpired, CodeRejected, StudioUnavailable, VerificationLocked } from "./verification.errors.js";
import type { VerifyEmailInput } from "./verification.input.js";
import { judgeCode, type CodeVerdict } from "./verification.policy.js";
import {
  countTry,
  findNewestVerification,
  lockVerification,
  markUsed,
  type VerificationRow,
} from "./verification.repository.js";
import { VerifyEmailPayload, type VerifyEmailResult } from "./verification.type.js";

/** How long a contact stays signed in. */
export const SESSION_LIFETIME_MS = 24 * hourMs;

/** Proves an email by its code: the contact becomes verified and gets a session for this studio (P05). */
export async function verifyEmail(
  context: IdentityContext,
  input: VerifyEmailInput,
): Promise<typeof VerifyEmailResult> {
  const { db } = context.services;
  const studio = await findPublicStudio(db, input.studioSlug);
  if (!studio) return StudioUnavailable.at(["input", "studioSlug"]);
  const { accountId } = studio;
  const emailKey = readEmail(input.email)?.key;
  const id =
    emailKey && (await db.inAccount(accountId, (tx) => findNewestVerification(tx, accountId, studio.id, emailKey)));
  if (!id) return CodeRejected.with(0);
  const outcome: SignedIn | Refusal = await changeState(changeScope(context, accountId), (change) =>
    showCode(context, change, studio, id, input.code),
  );
  if (!("viewer" in outcome)) return outcome;
  actAs(context, outcome.viewer);
  return outcome.payload;
}

type Refusal = CodeRejected | CodeExpired | VerificationLocked;

interface SignedIn {
  payload: VerifyEmailPayload;
  viewer: ContactViewer;
}

async function showCode(
  context: IdentityContext,
  change: Change,
  studio: PublishedStudio,
  id: string,
  code: string,
): Promise<SignedIn | Refusal> {
  const { keys, clock } = context.services;
  const place = { accountId: studio.accountId, id };
  const pending = await lockVerification(change.tx, place.accountId, id);
  const isRight = pending !== null && isCode(keys, place, code, pending.codeHash);
  const verdict = judgeCode(pending, isRight, clock.now());
  if (verdict.kind === "accepted" && pending) return signIn(context, change, pending);
  if (verdict.isTry) await countTry(change.tx, place.accountId, id);
  change.audit({ action: "verification.refused", subjectType: "Verification", subjectId: id, reason: verdict.kind });
  return refusalOf(verdict);
}

function refusalOf(verdict: CodeVerdict): Refusal {
  switch (verdict.kind) {
    case "expired":
      return CodeExpired.now();
    case "locked":
      return VerificationLocked.now();
    case "rejected":
      return CodeRejected.with(verdict.remaining);
    case "accepted":
      return CodeRejected.with(0);
    default:
      return verdict satisfies never;
  }
}

async function signIn(
  { services }: IdentityContext,
  { tx, audit, emit }: Change,
  pending: VerificationRow,
): Promise<SignedIn | Refusal> {
  const { accountId, contactId, studioId } = pending;
  const now = services.clock.now();
  await markUsed(tx, accountId, pending.id, now);
  const isMoved = await takeNewEmail({ tx, audit, emit }, pending, now);
  const isFirst = await markVerified(tx, accountId, contactId, now);
  const [contact] = await findContacts(tx, accountId, [contactId]);
  if (contact?.status !== "verified" || isMoved === false) {
    audit({
      action: "verification.refused",
      subjectType: "Verification",
      subjectId: pending.id,
      reason: isMoved === false ? "the address is another contact's by now" : "the contact is not active",
    });
    return CodeRejected.with(0);
  }
  if (isFirst) {
    audit({ action: "contact.verified", subjectType: "Contact", subjectId: contactId, fields: ["status"] });
    emit({ type: "contact.updated", ids: { contactId } });
  }
  const sessionToken = newAccountToken("ss", accountId);
  const expiresAt = after(now, SESSION_LIFETIME_MS);
  const session = {
    accountId,
    id: newId(),
    tokenHash: hashSecret(sessionToken),
    contactId,
    studioId,
    createdAt: now,
    expiresAt,
  };
  await insertSession(tx, session);
  audit({ action: "session.created", subjectType: "Session", subjectId: session.id });
  const payload = Object.assign(new VerifyEmailPayload(), { sessionToken, expiresAt, contact });
  return { payload, viewer: { kind: "contact", accountId, contactId, studioId, sessionId: session.id } };
}

/**
 * Gives the contact the address that the code proved, and ends what was opened from the old one.
 * @returns null if the verification brings no address, false if it went to somebody else meanwhile
 */
async function takeNewEmail(
  { tx, audit, emit }: Pick<Change, "tx" | "audit" | "emit">,
  { accountId, contactId, newEmail: address, newEmailKey: key }: VerificationRow,
  now: Date,
): Promise<boolean | null> {
  if (address === null || key === null) return null;
  if (!(await changeEmail(tx, accountId, contactId, { address, key }, now))) return false;
  await endSignIns(tx, accountId, [contactId], now);
  audit({ action: "contact.updated", subjectType: "Contact", subjectId: contactId, fields: ["email"] });
  emit({ type: "contact.updated", ids: { contactId } });
  return true;
}
