import { changeState, type Change } from "@studio/kit/db/change.js";
import { notFound, unavailable } from "@studio/kit/error/codes.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import { accountOf, changeScope, readAnew, type IdentityContext } from "../context.js";
import { isLostRace } from "../lost-race.js";
import { requestEmailChange } from "../verification/request-email-change.js";
import { ContactStateConflict, ProcessingRestricted } from "./contact-state.errors.js";
import { refuseUpdating } from "./contact-state.policy.js";
import { toWrite } from "./contact-write.js";
import type { ContactEventType } from "./contact.events.js";
import { findVisibleContact } from "./contact.facts.js";
import { findContacts, type ContactRow } from "./contact.repository.js";
import type { UpdateContactInput } from "./edit-contact.input.js";
import { InvalidContact, UpdateContactPayload, withContact, type UpdateContactResult } from "./edit-contact.type.js";
import type { Email } from "./email.policy.js";
import { readGivenValues } from "./given-values.policy.js";
import { judgeValues, type Judgement } from "./judge-values.policy.js";
import { openKnown, writableFields } from "./known-contact.js";
import { storeContacts } from "./store-contacts.js";
import { findTaken } from "./taken-values.js";
import { VersionConflict } from "../version-conflict.error.js";

const PATH = ["input"];

/** Twice: whoever took the email or the external id first is seen the second time. */
const ATTEMPTS = 2;

/**
 * Changes a contact that still is as it was read, value by value as the access table lets the viewer. A contact's own
 * new email waits until they have proven it.
 * @throws NOT_FOUND if the contact is out of the viewer's reach
 */
export async function updateContact(
  context: IdentityContext,
  input: UpdateContactInput,
): Promise<typeof UpdateContactResult> {
  const contact = await findVisibleContact(fromGlobalId("Contact", input.id), context);
  if (!contact) throw notFound("contact");
  const refusal = refuseUpdating(context.viewer, contact);
  if (refusal === "restricted") return ProcessingRestricted.at([...PATH, "id"]);
  if (contact.version !== input.version) return VersionConflict.at([...PATH, "version"], contact.version);
  if (refusal !== null) return ContactStateConflict.at([...PATH, "id"], contact.status, refusal);
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const planned = await plan(context, contact, input);
    if (planned instanceof InvalidContact) return planned;
    if (planned.changed.length === 0 && !planned.ownEmail) return payload(contact, null);
    const stored = await store(context, contact, planned);
    if (stored === "conflict") return conflictWith(context, contact);
    if (stored !== "lost race") return payload(stored, planned.ownEmail);
    readAnew(context);
  }
  throw unavailable("Others are changing the same contacts. Try again.");
}

interface Plan extends Judgement {
  /** The address that a contact wants for themselves. */
  ownEmail: Email | null;
}

async function plan(
  context: IdentityContext,
  contact: ContactRow,
  input: UpdateContactInput,
): Promise<Plan | InvalidContact> {
  const given = readGivenValues(input, PATH, await writableFields(context));
  const judgement = judgeValues(context.viewer, given, await openKnown(context, contact, given));
  const planned = setOwnEmailApart(context, contact, judgement);
  const taken = await findTaken(context, contact.id, planned.values, PATH);
  const problems = [...given.errors, ...planned.errors, ...taken];
  return problems.length > 0 ? InvalidContact.because(problems) : planned;
}

/** A contact's own address is written once it is proven; one that differs in case alone is the same mailbox. */
function setOwnEmailApart({ viewer }: IdentityContext, contact: ContactRow, judgement: Judgement): Plan {
  const { email, ...values } = judgement.values;
  if (viewer.kind !== "contact" || !email || email.key === contact.emailKey) return { ...judgement, ownEmail: null };
  return { ...judgement, values, changed: judgement.changed.filter((name) => name !== "email"), ownEmail: email };
}

async function store(
  context: IdentityContext,
  contact: ContactRow,
  planned: Plan,
): Promise<ContactRow | "conflict" | "lost race"> {
  const accountId = accountOf(context);
  const write = await toWrite(context, contact.id, contact, planned.values);
  try {
    return await changeState<ContactRow | "conflict">(changeScope(context, accountId), async (change) => {
      if (planned.changed.length > 0) {
        if ((await storeContacts(context, change.tx, [write])) === 0) return change.abandon("conflict");
        record(change, contact.id, planned.changed);
      }
      if (planned.ownEmail && context.viewer.kind === "contact")
        await requestEmailChange(context, change, context.viewer, contact, planned.ownEmail);
      const [stored] = await findContacts(change.tx, accountId, [contact.id]);
      return stored ?? "conflict";
    });
  } catch (error) {
    if (isLostRace(error)) return "lost race";
    throw error;
  }
}

function record({ audit, emit }: Change, contactId: string, fields: readonly string[]): void {
  const type: ContactEventType = "contact.updated";
  audit({ action: type, subjectType: "Contact", subjectId: contactId, fields });
  emit({ type, ids: { contactId } });
}

async function conflictWith({ services }: IdentityContext, { accountId, id }: ContactRow): Promise<VersionConflict> {
  const [now] = await services.db.inAccount(accountId, (tx) => findContacts(tx, accountId, [id]));
  if (!now) throw notFound("contact");
  return VersionConflict.at([...PATH, "version"], now.version);
}

function payload(contact: ContactRow, ownEmail: Email | null): UpdateContactPayload {
  return withContact(new UpdateContactPayload(), contact, { emailToVerify: ownEmail?.address ?? null });
}
