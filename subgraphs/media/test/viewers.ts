import type { ApiClientViewer, MemberRole, MemberViewer } from "@studio/kit/auth/viewer.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { newId } from "@studio/kit/id.js";

export function member(accountId: string, role: MemberRole, groupIds: string[] = []): MemberViewer {
  return { kind: "member", accountId, memberId: newId(), role, groupIds };
}

export function client(accountId: string, purpose: "integration" | "hr_sync", scopes: string[]): ApiClientViewer {
  return { kind: "api_client", accountId, clientId: newId(), purpose, scopes, fieldGrants: [] };
}

export const contactGid = (contactId: string) => toGlobalId("Contact", contactId);
export const studioGid = (studioId: string) => toGlobalId("Studio", studioId);
