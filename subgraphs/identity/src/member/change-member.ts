import { signedInMember } from "@studio/kit/auth/signed-in.js";
import { changeState } from "@studio/kit/db/change.js";
import type { Tx } from "@studio/kit/db/database.js";
import { forbidden, notFound } from "@studio/kit/error/codes.js";
import { UserError } from "@studio/kit/error/user-error.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import { changeScope, readAnew, type IdentityContext } from "../context.js";
import { lockStandings } from "./manage-member.repository.js";
import type { LastOwner, RoleOutOfReach, WrongMemberStatus } from "./member.errors.js";
import { isActiveOwner, judgeStanding, type Standing } from "./member.policy.js";
import type { MemberRow } from "./member.repository.js";
import { MemberPayload } from "./member.result.js";
import type { MemberStatus } from "./member-status.js";

/** One way in which a member changes. */
export interface MemberChange<Refusal extends UserError> {
  /** The mutation that asks for it. */
  mutation: string;
  /** Its name in the audit trail. */
  action: string;
  /** What differs afterwards. */
  fields: string[];
  /** The statuses in which it makes sense. */
  from: readonly MemberStatus[];
  /** The standing that the member has afterwards. */
  after: (now: MemberRow) => Standing;
  write: (tx: Tx, now: MemberRow) => Promise<MemberRow | Refusal>;
}

type Refused = LastOwner | RoleOutOfReach | WrongMemberStatus;

/**
 * Changes one member, as far as whoever asks may. The decision rests on rows that are held until it is written, and
 * on the asker's own standing as it is then: of two owners who remove each other at once, one succeeds.
 * @throws NOT_FOUND for another account's member, FORBIDDEN if the asker's own role has just changed
 */
export async function changeMember<Refusal extends UserError = never>(
  context: IdentityContext,
  globalId: string,
  change: MemberChange<Refusal>,
): Promise<MemberPayload | Refused | Refusal> {
  const viewer = signedInMember(context);
  const { accountId } = viewer;
  const id = fromGlobalId("Member", globalId);
  type Result = MemberPayload | Refused | Refusal;
  const result = await changeState<Result>(changeScope(context, accountId), async ({ tx, audit, abandon }) => {
    const held = await lockStandings(tx, accountId, [viewer.memberId, id]);
    const actor = held.find((one) => one.id === viewer.memberId);
    if (actor?.status !== "active" || actor.role !== viewer.role) {
      throw forbidden(`Mutation.${change.mutation}`, "your own role has just changed");
    }
    const before = held.find((one) => one.id === id);
    if (!before) throw notFound("member");
    const after = change.after(before);
    const activeOwners = held.filter(isActiveOwner).length;
    const refusal = judgeStanding({ actor: actor.role, before, after, from: change.from, activeOwners });
    if (refusal) return abandon(refusal);
    const member = await change.write(tx, before);
    if (member instanceof UserError) return abandon(member);
    audit({ action: change.action, subjectType: "Member", subjectId: id, fields: change.fields });
    return Object.assign(new MemberPayload(), { member });
  });
  readAnew(context);
  return result;
}
