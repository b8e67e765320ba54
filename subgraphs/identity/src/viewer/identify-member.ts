import type { HubCredential, ViewerAnswer } from "@studio/kit/auth/credential.js";
import type { MemberViewer } from "@studio/kit/auth/viewer.js";
import { blindIndex } from "@studio/kit/crypto/seal.js";
import { changeState } from "@studio/kit/db/change.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { readEmail } from "../contact/email.policy.js";
import {
  findMemberships,
  findStanding,
  linkMember,
  type Membership,
  type MemberStanding,
} from "../member/member.repository.js";
import type { IdentityServices } from "../services.js";
import { closing } from "./closing.js";
import { wantedAccount } from "./wanted-account.js";

const STRANGER: ViewerAnswer = { refused: "You are not a member of this account: ask its owner to invite you." };

/** A person who works for an account. On their first sign-in a verified email ties them to their invitation. */
export async function identifyMember(
  services: IdentityServices,
  hub: HubCredential,
  requestId: string,
): Promise<ViewerAnswer> {
  const memberships = candidates(await membershipsOf(services, hub), hub);
  const wanted = hub.accountId === null ? null : wantedAccount(hub);
  if (hub.accountId === null && memberships.length > 1) return whichAccount(memberships);
  const chosen = hub.accountId === null ? memberships[0] : memberships.find(({ accountId }) => accountId === wanted);
  if (!chosen) return STRANGER;
  const { accountId, memberId } = chosen;
  const standing = await services.db.inAccount(accountId, (tx) => findStanding(tx, accountId, memberId));
  const viewer = standing && admit(chosen, standing, services.clock.now());
  if (!viewer) return STRANGER;
  const isTheirs = chosen.isLinked || (await link(services, hub, viewer, requestId));
  return isTheirs ? { viewer, expiresAt: null } : STRANGER;
}

function membershipsOf({ db, keys }: IdentityServices, hub: HubCredential): Promise<Membership[]> {
  const email = hub.emailVerified ? readEmail(hub.email) : null;
  const emailIndex = email && blindIndex(keys.memberEmail, email.key);
  return db.inDirectory((tx) => findMemberships(tx, hub, emailIndex));
}

/**
 * A person who is a member already is that member, whatever other invitation waits in the same account. One who names
 * no account is a member where they were before: an invitation elsewhere, which anybody may send, waits to be named.
 */
function candidates(memberships: Membership[], { accountId }: HubCredential): Membership[] {
  const linked = memberships.filter((one) => one.isLinked);
  if (accountId === null && linked.length > 0) return linked;
  const known = new Set(linked.map((one) => one.accountId));
  return memberships.filter((one) => one.isLinked || !known.has(one.accountId));
}

function admit(
  { accountId, memberId, isLinked }: Membership,
  standing: MemberStanding,
  now: Date,
): MemberViewer | null {
  const isInvited = standing.status === "invited" && standing.invitedUntil !== null && standing.invitedUntil > now;
  const isIn = standing.status === "active" || (isInvited && !isLinked);
  if (!isIn || standing.accountStatus === "erased") return null;
  const groupIds = standing.role === "coordinator" ? standing.groupIds : [];
  return { kind: "member", accountId, memberId, role: standing.role, groupIds, ...closing(standing.accountStatus) };
}

function whichAccount(memberships: Membership[]): ViewerAnswer {
  const ids = memberships.map(({ accountId }) => toGlobalId("Account", accountId)).join(", ");
  return { refused: `You belong to several accounts; name one of them: ${ids}.` };
}

/**
 * Ties the member to the Hub user. Two first requests may come at once: one links and leaves the trace, the other
 * sees to whom. @returns whether the member is this Hub user's
 */
async function link(
  services: IdentityServices,
  hub: HubCredential,
  viewer: MemberViewer,
  requestId: string,
): Promise<boolean> {
  const { db, clock, wake } = services;
  const { accountId, memberId } = viewer;
  const { issuer, subject } = hub;
  const scope = { db, clock, wake, viewer, accountId, requestId };
  const isLinked = await changeState<boolean>(scope, async (change) => {
    if (!(await linkMember(change.tx, accountId, memberId, { issuer, subject }))) change.abandon(false);
    const fields = ["issuer", "subject", "status"];
    change.audit({ action: "member.linked", subjectType: "Member", subjectId: memberId, fields });
    return true;
  });
  if (isLinked) return true;
  const now = await membershipsOf(services, hub);
  return now.some((one) => one.isLinked && one.accountId === accountId && one.memberId === memberId);
}
