import type { Viewer } from "@studio/kit/auth/viewer.js";
import { badInput, notFound } from "@studio/kit/error/codes.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import type { Audience } from "../access/access-table.js";
import type { ContactFacts } from "../access/audience.js";
import { findApiClientById } from "../api-client/api-client.repository.js";
import { accountOf, type IdentityContext } from "../context.js";
import { findStanding } from "../member/member.repository.js";
import type { AccessViewerInput } from "./field-access.input.js";

/** Whose access is explained, and whether they may sign in now. */
export interface ExplainedViewer {
  viewer: Viewer;
  signsIn: boolean;
}

/** @throws NOT_FOUND for a member or program that the account does not have, BAD_USER_INPUT unless one is named */
export function explainedViewer(
  context: IdentityContext,
  input: AccessViewerInput,
  contact: ContactFacts,
): Promise<ExplainedViewer> | ExplainedViewer {
  const { member, apiClient, role } = input;
  if ([member, apiClient, role].filter((one) => one != null).length !== 1)
    throw badInput("Name exactly one of member, apiClient and role.", "viewer");
  if (member != null) return knownMember(context, fromGlobalId("Member", member));
  if (apiClient != null) return knownApiClient(context, fromGlobalId("ApiClient", apiClient));
  return { viewer: anybody(role!, accountOf(context), input, contact), signsIn: role !== "anonymous" };
}

async function knownMember(context: IdentityContext, memberId: string): Promise<ExplainedViewer> {
  const accountId = accountOf(context);
  const standing = await context.services.db.inAccount(accountId, (tx) => findStanding(tx, accountId, memberId));
  if (!standing) throw notFound("member");
  const { role, groupIds, status } = standing;
  const viewer: Viewer = {
    kind: "member",
    accountId,
    memberId,
    role,
    groupIds: role === "coordinator" ? groupIds : [],
  };
  return { viewer, signsIn: status === "active" };
}

async function knownApiClient({ services, ...context }: IdentityContext, clientId: string): Promise<ExplainedViewer> {
  const accountId = accountOf(context);
  const client = await services.db.inAccount(accountId, (tx) => findApiClientById(tx, accountId, clientId));
  if (!client) throw notFound("apiclient");
  const { kind: purpose, scopes, fieldGrants, revokedAt, expiresAt } = client;
  const isOver = revokedAt !== null || (expiresAt !== null && expiresAt <= services.clock.now());
  return { viewer: { kind: "api_client", accountId, clientId, purpose, scopes, fieldGrants }, signsIn: !isOver };
}

/** Somebody of the column who has what was named, and nothing else. */
function anybody(audience: Audience, accountId: string, input: AccessViewerInput, contact: ContactFacts): Viewer {
  const { contactId } = contact;
  const { scopes } = input;
  const groupIds = input.groupIds?.map((id) => fromGlobalId("Group", id)) ?? [...contact.groupIds];
  const fieldGrants = input.fieldIds.map((id) => fromGlobalId("ContactField", id));
  switch (audience) {
    case "anonymous":
      return { kind: "anonymous", accountId };
    case "self":
      return { kind: "contact", accountId, contactId, studioId: "", sessionId: "" };
    case "coordinator":
    case "admin":
    case "owner":
    case "privacy_officer":
      return { kind: "member", accountId, memberId: "", role: audience, groupIds };
    case "integration":
    case "hr_sync":
      return { kind: "api_client", accountId, clientId: "", purpose: audience, scopes, fieldGrants };
    case "staff":
      return { kind: "staff", staffId: "", accountId: null, grantId: null, scopes: [] };
    case "staff_with_grant":
      return { kind: "staff", staffId: "", accountId, grantId: "", scopes };
    default:
      return audience satisfies never;
  }
}
