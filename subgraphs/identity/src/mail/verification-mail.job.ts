/** The queue of verification mails. A job holds ids only; the code stays sealed in its verification. */
export const VERIFICATION_MAIL = "verification-mail";

export interface VerificationMailJob {
  accountId: string;
  verificationId: string;
}
