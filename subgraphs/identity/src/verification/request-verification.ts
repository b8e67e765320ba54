import { after, hourMs } from "@studio/kit/clock.js";
import { changeState, type Change } from "@studio/kit/db/change.js";
import type { Tx } from "@studio/kit/db/database.js";
import { newId } from "@studio/kit/id.js";
import { findContactByEmail, insertContact, type ContactRow } from "../contact/contact.repository.js";
import { readEmail } from "../contact/email.policy.js";
import { readName } from "../contact/name.policy.js";
import { newContact, type Person } from "../contact/new-contact.js";
import { changeScope, type IdentityContext } from "../context.js";
import { VERIFICATION_MAIL } from "../mail/verification-mail.job.js";
import { findPublicStudio, type PublishedStudio } from "../studio/published-studio.repository.js";
import { digestCode, newCode, sealCode } from "./code.js";
import { InvalidEmail, InvalidName, StudioUnavailable } from "./verification.errors.js";
import type { RequestVerificationInput } from "./verification.input.js";
import { CODE_LIFETIME_MS, MAX_CODES_PER_HOUR, maySignIn } from "./verification.policy.js";
import { countVerifications, insertVerification } from "./verification.repository.js";
import { RequestVerificationPayload, type RequestVerificationResult } from "./verification.type.js";

/** Sends a code to whoever asks. The answer never tells whether the person was known (P05, P32). */
export async function requestVerification(
  context: IdentityContext,
  input: RequestVerificationInput,
): Promise<typeof RequestVerificationResult> {
  const person = readPerson(input);
  if (person instanceof InvalidEmail || person instanceof InvalidName) return person;
  const { db, clock } = context.services;
  const studio = await findPublicStudio(db, input.studioSlug);
  if (!studio) return StudioUnavailable.at(["input", "studioSlug"]);
  const expiresAt = after(clock.now(), CODE_LIFETIME_MS);
  await changeState(changeScope(context, studio.accountId), async (change) => {
    const contact = await findOrCreate(context, change, studio, person);
    const { tx, audit } = change;
    const withhold = (reason: string) =>
      audit({ action: "verification.withheld", subjectType: "Contact", subjectId: contact.id, reason });
    if (await asksTooOften(context, tx, studio.accountId, contact.id)) return withhold("too many codes in an hour");
    const isSent = maySignIn(contact.status);
    const verificationId = await openVerification(context, tx, studio, contact.id, { expiresAt, isSent });
    // Tries at a code that nobody was sent are counted like any others, so they do not tell who was set aside.
    if (!isSent) return withhold("the contact is not active");
    await context.services.jobs.enqueue(tx, VERIFICATION_MAIL, { accountId: studio.accountId, verificationId });
    audit({ action: "verification.requested", subjectType: "Contact", subjectId: contact.id });
  });
  return Object.assign(new RequestVerificationPayload(), { email: input.email, expiresAt });
}

function readPerson(input: RequestVerificationInput): Person | InvalidEmail | InvalidName {
  const firstName = readName(input.firstName);
  const lastName = readName(input.lastName);
  const email = readEmail(input.email);
  if (!firstName) return InvalidName.at(["input", "firstName"]);
  if (!lastName) return InvalidName.at(["input", "lastName"]);
  return email ? { firstName, lastName, email } : InvalidEmail.at(["input", "email"]);
}

type Candidate = Pick<ContactRow, "id" | "status">;

/** A stranger's name never changes the one on record. Asking twice at once finds the contact that the other made. */
async function findOrCreate(
  { services }: IdentityContext,
  { tx, audit, emit }: Change,
  { accountId }: PublishedStudio,
  person: Person,
): Promise<Candidate> {
  const known = await findContactByEmail(tx, accountId, person.email.key);
  if (known) return known;
  const { row, wrappedKey } = await newContact(services.keys, accountId, person, services.clock.now());
  if (await insertContact(tx, row, wrappedKey)) {
    audit({
      action: "contact.created",
      subjectType: "Contact",
      subjectId: row.id,
      fields: ["firstName", "lastName", "email"],
    });
    emit({ type: "contact.created", ids: { contactId: row.id } });
    return row;
  }
  const made = await findContactByEmail(tx, accountId, person.email.key);
  if (!made) throw new Error("A contact with this email was neither added nor found.");
  return made;
}

async function asksTooOften(
  { services }: IdentityContext,
  tx: Tx,
  accountId: string,
  contactId: string,
): Promise<boolean> {
  const since = after(services.clock.now(), -hourMs);
  return (await countVerifications(tx, accountId, contactId, since)) >= MAX_CODES_PER_HOUR;
}

/** Makes a code. It is kept to be read only where a mail will carry it. @returns the verification's id */
async function openVerification(
  { services }: IdentityContext,
  tx: Tx,
  { accountId, id: studioId }: PublishedStudio,
  contactId: string,
  { expiresAt, isSent }: { expiresAt: Date; isSent: boolean },
): Promise<string> {
  const place = { accountId, id: newId() };
  const code = newCode();
  await insertVerification(tx, {
    ...place,
    contactId,
    studioId,
    codeHash: digestCode(services.keys, place, code),
    codeSealed: isSent ? sealCode(services.keys, place, code) : null,
    createdAt: services.clock.now(),
    expiresAt,
  });
  return place.id;
}
