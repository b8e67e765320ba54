import { changeState } from "@studio/kit/db/change.js";
import { unavailable } from "@studio/kit/error/codes.js";
import { newId } from "@studio/kit/id.js";
import { accountOf, changeScope, readAnew, type IdentityContext } from "../context.js";
import { isLostRace } from "../lost-race.js";
import { MissingValue } from "./contact-value.errors.js";
import { toWrite } from "./contact-write.js";
import type { ContactEventType } from "./contact.events.js";
import { findContacts, type ContactRow } from "./contact.repository.js";
import type { CreateContactInput } from "./edit-contact.input.js";
import { CreateContactPayload, InvalidContact, withContact, type CreateContactResult } from "./edit-contact.type.js";
import { readGivenValues } from "./given-values.policy.js";
import { judgeValues, type Judgement } from "./judge-values.policy.js";
import { writableFields } from "./known-contact.js";
import { storeContacts } from "./store-contacts.js";
import { findTaken } from "./taken-values.js";

const PATH = ["input"];
const NEEDED = ["firstName", "lastName", "email"] as const;

/** Twice: whoever took the email or the external id first is seen the second time. */
const ATTEMPTS = 2;

/**
 * Creates a contact. Everything that is wrong with the values is told at once, each by its place.
 * @throws UNAVAILABLE if others keep taking what this contact needs
 */
export async function createContact(
  context: IdentityContext,
  input: CreateContactInput,
): Promise<typeof CreateContactResult> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const judgement = await judge(context, input);
    if (judgement instanceof InvalidContact) return judgement;
    const contact = await store(context, judgement);
    if (contact) return withContact(new CreateContactPayload(), contact);
    readAnew(context);
  }
  throw unavailable("Others are creating the same contact. Try again.");
}

async function judge(context: IdentityContext, input: CreateContactInput): Promise<Judgement | InvalidContact> {
  const given = readGivenValues(input, PATH, await writableFields(context));
  const judgement = judgeValues(context.viewer, given, null);
  const problems = [...given.errors, ...judgement.errors];
  for (const name of NEEDED) {
    const isSaid = problems.some((error) => error.path.at(-1) === name);
    if (judgement.values[name] === undefined && !isSaid) problems.push(MissingValue.at([...PATH, name]));
  }
  problems.push(...(await findTaken(context, null, judgement.values, PATH)));
  return problems.length > 0 ? InvalidContact.because(problems) : judgement;
}

/** @returns null if somebody else was faster and nothing was written */
async function store(context: IdentityContext, { values, changed }: Judgement): Promise<ContactRow | null> {
  const accountId = accountOf(context);
  const id = newId();
  const write = await toWrite(context, id, null, values);
  const type: ContactEventType = "contact.created";
  try {
    return await changeState<ContactRow | null>(changeScope(context, accountId), async (change) => {
      if ((await storeContacts(context, change.tx, [write])) === 0) return change.abandon(null);
      change.audit({ action: type, subjectType: "Contact", subjectId: id, fields: changed });
      change.emit({ type, ids: { contactId: id } });
      const [contact] = await findContacts(change.tx, accountId, [id]);
      return contact ?? null;
    });
  } catch (error) {
    if (isLostRace(error)) return null;
    throw error;
  }
}
