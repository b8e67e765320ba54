import type { HubCredential } from "@studio/kit/auth/credential.js";
import type { MemberRole, MemberViewer, StaffViewer } from "@studio/kit/auth/viewer.js";
import { newId } from "@studio/kit/id.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import type { TestAccount } from "./new-account.js";
import type { RunningIdentity } from "./running-identity.js";

/** A person as the Hub vouches for them. */
export const hub = (email: string, more: Partial<HubCredential> = {}): HubCredential => ({
  kind: "hub",
  issuer: "https://hub.example",
  subject: `subject of ${email}`,
  email,
  emailVerified: true,
  staff: false,
  mfa: false,
  accountId: null,
  ...more,
});

/** One more active member of an account. */
export async function addMember(
  identity: RunningIdentity,
  { accountId }: TestAccount,
  role: MemberRole,
): Promise<MemberViewer> {
  const memberId = newId();
  const email = `${memberId}@people.example`;
  await identity.admin`insert into identity.member (account_id, id, name, email, email_key, role, status, created_at)
    values (${accountId}, ${memberId}, 'One more', ${email}, ${email}, ${role}, 'active', ${identity.clock.now()})`;
  return { kind: "member", accountId, memberId, role, groupIds: [] };
}

/** A member's id in the graph. */
export const memberIdOf = ({ memberId }: MemberViewer) => toGlobalId("Member", memberId);

/** A staff person without a grant. */
export const newStaff = (): StaffViewer => ({
  kind: "staff",
  staffId: `staff-${newId()}`,
  accountId: null,
  grantId: null,
  scopes: [],
});
