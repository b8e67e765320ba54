import type { HubCredential } from "@studio/kit/auth/credential.js";
import type { MemberRole, MemberViewer, StaffViewer } from "@studio/kit/auth/viewer.js";
import { newId } from "@studio/kit/id.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { mutate } from "./mutate.js";
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

/** A staff person whom an owner has let into the account, as the gateway knows them from then on. */
export async function letIn(identity: RunningIdentity, account: TestAccount): Promise<StaffViewer> {
  const { staffId } = newStaff();
  const input = { accountId: toGlobalId("Account", account.accountId), reason: "Ticket 4711: no photo arrives" };
  const selection = "... on SupportGrantPayload { supportGrant { id } }";
  const asked = await mutate(identity, { ...newStaff(), staffId }, "requestSupportAccess", input, selection);
  const grant = { id: asked["supportGrant"].id };
  await mutate(identity, account.member("owner"), "grantSupportAccess", grant, selection);
  const known = { subject: staffId, staff: true, mfa: true, accountId: account.accountId };
  const answer = await identity.identify(hub("sam@platform.example", known));
  if (!("viewer" in answer) || answer.viewer.kind !== "staff") throw new Error("Staff were not let in.");
  return answer.viewer;
}
