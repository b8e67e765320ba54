import type { Viewer } from "@studio/kit/auth/viewer.js";
import { fieldOf, forbidden, unauthenticated } from "@studio/kit/error/codes.js";
import { outsideAccount } from "@studio/kit/error/outside-account.js";
import { rule, type Decision } from "@studio/kit/shield/rule.js";
import { takesChanges } from "@studio/kit/shield/while-open.js";
import { contactFieldRules } from "../access/contact-rules.js";
import { CONTACT_READ_SCOPE } from "../access/decide-field-access.js";
import type { IdentityContext } from "../context.js";
import { membersOnly } from "../viewer/members-only.js";
import { contactFacts } from "./contact.facts.js";
import type { ContactRow } from "./contact.repository.js";

/** The scope by which an API client writes contacts. */
export const CONTACT_WRITE_SCOPE = "contacts:write";

/** Whoever belongs to an account; what they see of it is decided field by field. */
export const isInAccount = rule("isInAccount", (_parent, _args, { viewer }, info): Decision =>
  viewer.kind === "anonymous" || viewer.accountId === null ? outsideAccount(viewer, fieldOf(info)) : true,
);

/** Lists are for those who work with the account's contacts, not for a contact. */
export const mayListContacts = rule("mayListContacts", (_parent, _args, { viewer }, info): Decision => {
  const field = fieldOf(info);
  if (viewer.kind === "anonymous" || viewer.accountId === null) return outsideAccount(viewer, field);
  if (viewer.kind === "contact") return forbidden(field, "a contact sees only themselves");
  const needsScope = viewer.kind === "api_client" && viewer.purpose === "integration";
  if (needsScope && !viewer.scopes.includes(CONTACT_READ_SCOPE)) {
    return forbidden(field, `your credential lacks the scope ${CONTACT_READ_SCOPE}`);
  }
  return true;
});

/**
 * Those who keep the account's contacts: owner, admin, and an HR client with the scope. What they may write is then
 * decided value by value.
 */
export const mayKeepContacts = rule("mayKeepContacts", (_parent, _args, { viewer }, info): Decision =>
  keepsContacts(viewer, fieldOf(info)),
);

/**
 * Whoever may write some field of some contact; which, the access table then decides field by field. A contact's right
 * to correct what is kept about them (GDPR art. 16) lasts as long as it is kept, in a closing account as well.
 */
export const mayEditContact = rule("mayEditContact", (_parent, _args, { viewer }): Decision => {
  if (viewer.kind === "contact") return true;
  const isCoordinator = viewer.kind === "member" && viewer.role === "coordinator";
  const decision = isCoordinator ? true : keepsContacts(viewer, "Mutation.updateContact");
  return decision === true ? takesChanges(viewer) : decision;
});

function keepsContacts(viewer: Viewer, field: string): Decision {
  if (viewer.kind === "anonymous") return unauthenticated();
  if (viewer.kind === "member" && (viewer.role === "owner" || viewer.role === "admin")) return true;
  if (viewer.kind !== "api_client" || viewer.purpose !== "hr_sync")
    return forbidden(field, "your role may not change contacts");
  if (!viewer.scopes.includes(CONTACT_WRITE_SCOPE)) {
    return forbidden(field, `your credential lacks the scope ${CONTACT_WRITE_SCOPE}`);
  }
  return true;
}

/** A merge is a judgement about who is who: owners and admins make and undo it. */
export const mayMergeContacts = membersOnly("mayMergeContacts", ["owner", "admin"], "only an owner or admin may");

const FIELDS = [
  "id",
  "status",
  "version",
  "processingRestrictedAt",
  "firstName",
  "lastName",
  "email",
  "phone",
  "externalId",
  "customFields",
  "mergedInto",
  "invitations",
];

export const contactRules = { Contact: contactFieldRules<ContactRow, IdentityContext>(FIELDS, contactFacts) };
