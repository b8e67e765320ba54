import { after, dayMs } from "@studio/kit/clock.js";
import {
  DataSubjectRequestInvalid,
  DataSubjectRequestNotOpen,
  DataSubjectUnidentified,
} from "./data-subject-request.errors.js";
import { OPEN_STATUSES, type RequestStatus } from "./data-subject-request.values.js";
import type { Claimant } from "./request-words.js";

/** How long an account has to answer (P18; GDPR art. 12 (3): one month). */
const DAYS_TO_ANSWER = 30;

/** How much one person may say at once, and in a request that others joined. */
export const MAX_STATEMENT = 4_000;
export const MAX_JOINED_STATEMENT = 20_000;

/** How many requests one contact files in a day, and how many an account's public form takes in an hour. */
export const MAX_FILED_PER_DAY = 20;
export const MAX_BY_FORM_PER_HOUR = 200;

export function dueAt(receivedAt: Date): Date {
  return after(receivedAt, DAYS_TO_ANSWER * dayMs);
}

/** What an open request says once another joins it; null if it says no more than before. */
export function joinStatements(before: string | null, added: string | null): string | null {
  if (added === null || before?.split("\n\n").includes(added)) return null;
  const joined = before === null ? added : `${before}\n\n${added}`;
  return joined.length <= MAX_JOINED_STATEMENT ? joined : null;
}

/** What can be done with a request that an answer is owed to. */
export type Decision = "identify" | "approve" | "deny" | "withdraw";

/** Whether a request's status allows it. An approval needs somebody to have found out who asks. */
export function checkDecision(
  decision: Decision,
  status: RequestStatus,
): DataSubjectRequestNotOpen | DataSubjectUnidentified | null {
  if (!OPEN_STATUSES.includes(status)) return new DataSubjectRequestNotOpen(status);
  switch (decision) {
    case "identify":
      return status === "identity_unverified" ? null : new DataSubjectRequestNotOpen(status);
    case "approve":
      return status === "identity_unverified" ? new DataSubjectUnidentified() : null;
    case "deny":
    case "withdraw":
      return null;
    default:
      return decision satisfies never;
  }
}

/** A person's words: trimmed, NFC, null for none. */
export function readWords(text: string | null | undefined, field: string): string | null | DataSubjectRequestInvalid {
  const words = text?.trim().normalize("NFC") ?? "";
  if (words.length === 0) return null;
  if (words.length > MAX_STATEMENT || UNPRINTABLE.test(words)) {
    return DataSubjectRequestInvalid.at(field, `Write at most ${MAX_STATEMENT} characters of plain text.`);
  }
  return words;
}

/** Who somebody says they are: names of 1 to 100 characters, an address to answer to. */
export function readClaimant(given: Claimant): Claimant | DataSubjectRequestInvalid {
  const [firstName, lastName, email] = [given.firstName, given.lastName, given.email].map((text) =>
    text.trim().normalize("NFC"),
  ) as [string, string, string];
  if (!NAME.test(firstName)) return DataSubjectRequestInvalid.at("firstName", "Enter a name of 1 to 100 characters.");
  if (!NAME.test(lastName)) return DataSubjectRequestInvalid.at("lastName", "Enter a name of 1 to 100 characters.");
  if (!EMAIL.test(email)) {
    return DataSubjectRequestInvalid.at("email", "Enter an email address such as name@example.com.");
  }
  return { firstName, lastName, email };
}

const NAME = /^\P{C}{1,100}$/u;
const EMAIL = /^[^\s\p{C}@]{1,64}@[^\s\p{C}@]{1,253}$/u;
/** Control characters but line ends and tabs. */
const UNPRINTABLE = /[^\P{C}\n\r\t]/u;
