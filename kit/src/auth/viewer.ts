/** The role of a member in one account. */
export type MemberRole = "owner" | "admin" | "coordinator" | "privacy_officer";

/** What an API client is for. */
export type ApiClientKind = "integration" | "hr_sync";

/** What stands in one account. */
interface InAccount {
  /** Set while the account is closing: it is read, and takes no changes. */
  accountIsClosing?: true;
}

/** Nobody known. `accountId` is set where a public page names its account. */
export interface AnonymousViewer {
  kind: "anonymous";
  accountId: string | null;
}

/** A person whose photos are collected, signed in for one studio. */
export interface ContactViewer extends InAccount {
  kind: "contact";
  accountId: string;
  contactId: string;
  studioId: string;
  sessionId: string;
}

/** A person working for an account. A coordinator's world is `groupIds`; it is empty for other roles. */
export interface MemberViewer extends InAccount {
  kind: "member";
  accountId: string;
  memberId: string;
  role: MemberRole;
  groupIds: string[];
  /** Set if an owner looks as this member would. */
  preview?: Preview;
}

/** A member who looks at their account as somebody else would: read-only, and never more than their own. */
export interface Preview {
  /** Who truly looks. */
  by: MemberViewer;
  /** When it is over, as an ISO 8601 text. */
  until: string;
}

/** A program of an account, by API key. `fieldGrants` holds the ids of confidential fields it may read. */
export interface ApiClientViewer extends InAccount {
  kind: "api_client";
  accountId: string;
  clientId: string;
  purpose: ApiClientKind;
  scopes: string[];
  fieldGrants: string[];
  /** Set if an owner looks as this program would. */
  preview?: Preview;
}

/** Platform staff. `accountId` and `grantId` are set only under an unexpired support grant. */
export interface StaffViewer extends InAccount {
  kind: "staff";
  staffId: string;
  accountId: string | null;
  grantId: string | null;
  scopes: string[];
}

/** Who is asking, decided once by the gateway and forwarded to every subgraph. */
export type Viewer = AnonymousViewer | ContactViewer | MemberViewer | ApiClientViewer | StaffViewer;

/** Nobody known. */
export const anonymous: AnonymousViewer = { kind: "anonymous", accountId: null };

/** The platform at work by itself. It acts in the audit trail only: no request has it as its viewer. */
export interface SystemActor {
  kind: "system";
  /** Which part of the platform, for example `process-photo`. */
  part: string;
}

/** Who made a state change: whoever asked, or the platform itself. */
export type Actor = Viewer | SystemActor;

/** The pseudonymous id under which an actor appears in the audit trail. */
export function actorId(actor: Actor): string | null {
  switch (actor.kind) {
    case "anonymous":
      return null;
    case "contact":
      return actor.contactId;
    case "member":
      return actor.memberId;
    case "api_client":
      return actor.clientId;
    case "staff":
      return actor.staffId;
    case "system":
      return actor.part;
    default:
      return actor satisfies never;
  }
}
