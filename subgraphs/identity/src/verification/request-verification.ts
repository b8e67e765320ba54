import { after } from "@studio/kit/clock.js";
import { changeState, type Change } from "@studio/kit/db/change.js";
import { findContactByEmail, insertContact, type ContactRow } from "../contact/contact.repository.js";
import { readEmail } from "../contact/email.policy.js";
import { readName } from "../contact/name.policy.js";
import { newContact, type Person } from "../contact/new-contact.js";
import { changeScope, type IdentityContext } from "../context.js";
import { findStudioToEnter, type PublishedStudio } from "../studio/published-studio.repository.js";
import { TOO_OFTEN, asksTooOften, sendCode } from "./send-code.js";
import { InvalidEmail, InvalidName, StudioUnavailable } from "./verification.errors.js";
import type { RequestVerificationInput } from "./verification.input.js";
import { CODE_LIFETIME_MS, maySignIn } from "./verification.policy.js";
import { RequestVerificationPayload, type RequestVerificationResult } from "./verification.type.js";

/** Sends a code to whoever asks. The answer never tells whether the person was known (P05, P32). */
export async function requestVerification(
  context: IdentityContext,
  input: RequestVerificationInput,
): Promise<typeof RequestVerificationResult> {
  const person = readPerson(input);
  if (person instanceof InvalidEmail || person instanceof InvalidName) return person;
  const { db, clock } = context.services;
  const studio = await findStudioToEnter(db, input.studioSlug, null);
  if (!studio) return StudioUnavailable.at(["input", "studioSlug"]);
  const expiresAt = after(clock.now(), CODE_LIFETIME_MS);
  await changeState(changeScope(context, studio.accountId), async (change) => {
    const contact = await findOrCreate(context, change, studio, person);
    const withhold = (reason: string) =>
      change.audit({ action: "verification.withheld", subjectType: "Contact", subjectId: contact.id, reason });
    if (await asksTooOften(context.services, change.tx, studio.accountId, contact.id)) return withhold(TOO_OFTEN);
    const isSent = maySignIn(contact.status);
    const place = { accountId: studio.accountId, studioId: studio.id, contactId: contact.id };
    await sendCode(context, change, { ...place, expiresAt, isSent });
    // Tries at a code that nobody was sent are counted like any others, so they do not tell who was set aside.
    if (!isSent) withhold("the contact is not active");
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
