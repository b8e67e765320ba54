import { accessTo } from "@studio/identity/access/access-to.js";
import { audienceOf, type ContactFacts } from "@studio/identity/access/audience.js";
import { toDecision } from "@studio/identity/access/contact-rules.js";
import { GUARDED_FIELD_ROWS, type GuardedField } from "@studio/identity/access/guarded-fields.js";
import { decideFieldWrite } from "@studio/identity/access/decide-field-write.js";
import { forbidden, notFound } from "@studio/kit/error/codes.js";
import type { Decision } from "@studio/kit/shield/rule.js";
import type { ComplianceContext } from "../context.js";
import type { DataSubjectRequestRow } from "./data-subject-request.repository.js";

/** The table's row that speaks for all of a request. */
const ROW = "rightsRequests";

/** Somebody whom nobody has identified, or who is no longer there: no contact, and no coordinator's. */
export const NOBODY: ContactFacts = { contactId: "", groupIds: [], restricted: false };

/** What access to a request is decided from. */
export async function factsOf(
  { contactId }: DataSubjectRequestRow,
  { loaders }: ComplianceContext,
): Promise<ContactFacts> {
  const known = contactId === null ? null : await loaders.contactById.load(contactId);
  return known?.facts ?? NOBODY;
}

/** Whether the viewer may read a request, as the access table's row says for its contact. */
export function decideRequestRead(context: ComplianceContext, field: GuardedField, facts: ContactFacts): Decision {
  return toDecision(context, GUARDED_FIELD_ROWS[field], field, facts);
}

/**
 * Lets requests of a contact be written: under restriction by the contact, and by owner and privacy officer for a stated
 * purpose, which is then on record.
 * @throws NOT_FOUND where the contact is out of the viewer's reach; FORBIDDEN where the table allows no writing
 */
export function requireRequestWrite(context: ComplianceContext, operation: string, facts: ContactFacts): void {
  const { viewer, purpose } = context;
  if (audienceOf(viewer, facts) === null) throw notFound("contact");
  const access = decideFieldWrite(viewer, ROW, { ...facts, purpose: purpose?.purpose });
  if (access.kind === "denied") throw forbidden(`Mutation.${operation}`, access.reason);
  const recorded = facts.restricted ? toDecision(context, ROW, "Contact.dataSubjectRequests", facts) : true;
  if (recorded !== true) throw recorded;
}

/** Whether a request exists for the viewer: restriction of processing closes its fields, not that it is there. */
export function mayKnowRequest(context: ComplianceContext, facts: ContactFacts): boolean {
  return accessTo(context, ROW, { ...facts, restricted: false }).kind === "read";
}

/** Whether the viewer may read requests of contacts under restriction: for a stated purpose, if at all. */
export function mayReadRestricted(context: ComplianceContext): boolean {
  return accessTo(context, ROW, { ...NOBODY, restricted: true }).kind === "read";
}
