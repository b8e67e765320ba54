import type { SystemActor } from "@studio/kit/auth/viewer.js";
import { changeState } from "@studio/kit/db/change.js";
import type { IdentityServices } from "../services.js";
import { findStudioName } from "../studio/published-studio.repository.js";
import { openCode } from "../verification/code.js";
import { findUnsent, markSent } from "../verification/verification.repository.js";
import type { Mailer } from "./mailer.js";
import { VERIFICATION_MAIL, type VerificationMailJob } from "./verification-mail.job.js";
import { verificationMail } from "./verification-mail.js";

const PART: SystemActor = { kind: "system", part: VERIFICATION_MAIL };

export interface MailServices extends Pick<IdentityServices, "db" | "clock" | "wake" | "keys"> {
  mailer: Mailer;
  /** The right side of the mails' Message-ID. */
  domain: string;
}

/**
 * Sends the mail of a verification once, then destroys its sealed code. A worker that dies between the two sends
 * again, under the same Message-ID. A used or expired code is not sent.
 */
export async function sendVerificationMail(
  services: MailServices,
  { accountId, verificationId }: VerificationMailJob,
): Promise<void> {
  const { db, clock, wake, keys, mailer, domain } = services;
  const unsent = await db.inAccount(accountId, async (tx) => {
    const found = await findUnsent(tx, accountId, verificationId);
    return found && { ...found, studioName: await findStudioName(tx, accountId, found.verification.studioId) };
  });
  if (!unsent?.email || !unsent.verification.codeSealed || unsent.verification.expiresAt <= clock.now()) return;
  const code = openCode(keys, { accountId, id: verificationId }, unsent.verification.codeSealed);
  const messageId = `<${verificationId}@${domain}>`;
  const { email: to, studioName } = unsent;
  await mailer.send(verificationMail({ to, studioName: studioName ?? "your studio", code, messageId }));
  const scope = { db, clock, wake, viewer: PART, accountId, requestId: verificationId };
  await changeState(scope, async ({ tx, audit }) => {
    await markSent(tx, accountId, verificationId, clock.now());
    audit({ action: "verification.sent", subjectType: "Verification", subjectId: verificationId });
  });
}
