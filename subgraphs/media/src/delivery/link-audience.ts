import type { Audience } from "@studio/identity/access/access-table.js";
import { audienceOf, type ContactFacts } from "@studio/identity/access/audience.js";
import { CONTACT_READ_SCOPE, PHOTO_READ_SCOPE } from "@studio/identity/access/decide-field-access.js";
import type { Purpose } from "@studio/kit/auth/purpose.js";
import type { Viewer } from "@studio/kit/auth/viewer.js";
import type { RequestContext } from "@studio/kit/server/request-context.js";

/**
 * For whom a link is: the column of the access matrix in which its viewer stood, and what bound them to the contact.
 * A link names a class of viewers, not one of them: it is its own permission, and equal for all of a class.
 */
export interface LinkAudience {
  readonly audience: Exclude<Audience, "anonymous" | "staff">;
  /** The contact themselves. */
  readonly contactId?: string;
  /** The groups by which a coordinator reached the contact. */
  readonly groupIds?: readonly string[];
  /** Why an owner or a privacy officer looked: what only that opened stays open while the link lasts. */
  readonly purpose?: Purpose;
}

/** The class of a viewer before this contact, or null for those to whom the matrix gives no link of their own. */
export function linkAudience({ viewer, purpose }: RequestContext, contact: ContactFacts): LinkAudience | null {
  const audience = audienceOf(viewer, contact);
  if (audience === null || audience === "anonymous" || audience === "staff") return null;
  if (audience === "self") return { audience, contactId: contact.contactId };
  if (purpose && (audience === "owner" || audience === "privacy_officer"))
    return { audience, purpose: purpose.purpose };
  if (viewer.kind !== "member" || audience !== "coordinator") return { audience };
  return { audience, groupIds: contact.groupIds.filter((group) => viewer.groupIds.includes(group)) };
}

const SCOPES = [CONTACT_READ_SCOPE, PHOTO_READ_SCOPE];
const SOMEBODY = "link";

/** A viewer of that class, with what each had to show when the link was made, to ask the access table again. */
export function viewerOf({ audience, contactId, groupIds = [] }: LinkAudience, accountId: string): Viewer {
  switch (audience) {
    case "self":
      return { kind: "contact", accountId, contactId: contactId ?? "", studioId: "", sessionId: SOMEBODY };
    case "owner":
    case "admin":
    case "coordinator":
    case "privacy_officer":
      return { kind: "member", accountId, memberId: SOMEBODY, role: audience, groupIds: [...groupIds] };
    case "integration":
    case "hr_sync":
      return { kind: "api_client", accountId, clientId: SOMEBODY, purpose: audience, scopes: SCOPES, fieldGrants: [] };
    case "staff_with_grant":
      return { kind: "staff", accountId, staffId: SOMEBODY, grantId: SOMEBODY, scopes: SCOPES };
    default:
      return audience satisfies never;
  }
}
