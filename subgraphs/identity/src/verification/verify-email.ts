import { changeState, type Change } from "@studio/kit/db/change.js";
import { changeEmail, lockContacts } from "../contact/contact.repository.js";
import { readEmail } from "../contact/email.policy.js";
import { actAs, changeScope, type IdentityContext } from "../context.js";
import { isLostRace } from "../lost-race.js";
import { openSession, type OpenedSession } from "../session/open-session.js";
import { findStudioToEnter } from "../studio/published-studio.repository.js";
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

/**
 * Proves an email by its code: the contact becomes verified and gets a session for this studio (P05). In a private
 * studio only who is signed in there may, to prove an address that they want instead of theirs.
 */
export async function verifyEmail(
  context: IdentityContext,
  input: VerifyEmailInput,
): Promise<typeof VerifyEmailResult> {
  const { db } = context.services;
  const ownStudioId = context.viewer.kind === "contact" ? context.viewer.studioId : null;
  const studio = await findStudioToEnter(db, input.studioSlug, ownStudioId);
  if (!studio) return StudioUnavailable.at(["input", "studioSlug"]);
  const { accountId } = studio;
  const emailKey = readEmail(input.email)?.key;
  const newest =
    emailKey && (await db.inAccount(accountId, (tx) => findNewestVerification(tx, accountId, studio.id, emailKey)));
  if (!newest) return CodeRejected.with(0);
  const show = () =>
    changeState<OpenedSession | Refusal>(changeScope(context, accountId), (change) =>
      showCode(context, change, accountId, newest, input.code),
    );
  const outcome = await show().catch((error: unknown) => {
    // Somebody else took the address at the same moment: the second time it is seen to be theirs.
    if (isLostRace(error)) return show();
    throw error;
  });
  if (!("viewer" in outcome)) return outcome;
  actAs(context, outcome.viewer);
  const { sessionToken, expiresAt, contact } = outcome;
  return Object.assign(new VerifyEmailPayload(), { sessionToken, expiresAt, contact });
}

type Refusal = CodeRejected | CodeExpired | VerificationLocked;

/** The contact is held first, as by everybody who ends their codes: what ended this one meanwhile has ended it. */
async function showCode(
  context: IdentityContext,
  change: Change,
  accountId: string,
  { id, contactId }: Pick<VerificationRow, "id" | "contactId">,
  code: string,
): Promise<OpenedSession | Refusal> {
  const { keys, clock } = context.services;
  const place = { accountId, id };
  await lockContacts(change.tx, accountId, [contactId]);
  const pending = await lockVerification(change.tx, accountId, id);
  const isRight = pending !== null && isCode(keys, place, code, pending.codeHash);
  const verdict = judgeCode(pending, isRight, clock.now());
  if (verdict.kind === "accepted" && pending) return signIn(context, change, pending);
  if (verdict.isTry) await countTry(change.tx, accountId, id);
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
): Promise<OpenedSession | Refusal> {
  const now = services.clock.now();
  await markUsed(tx, pending.accountId, pending.id, now);
  const isMoved = await takeNewEmail({ tx, audit, emit }, pending, now);
  const session = isMoved === false ? null : await openSession({ tx, audit, emit }, pending, now);
  if (session) return session;
  const reason = isMoved === false ? "the address is another contact's by now" : "the contact is not active";
  audit({ action: "verification.refused", subjectType: "Verification", subjectId: pending.id, reason });
  return CodeRejected.with(0);
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
