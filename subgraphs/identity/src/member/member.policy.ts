import type { MemberRole } from "@studio/kit/auth/viewer.js";
import { LastOwner, RoleOutOfReach, WrongMemberStatus } from "./member.errors.js";
import type { MemberStatus } from "./member-status.js";

/** What a member is to their account. */
export interface Standing {
  role: MemberRole;
  status: MemberStatus;
}

/**
 * Whether a member may appoint to a role, or change one who has it. Nobody but an owner touches owners; and since a
 * privacy officer sees and oversees more than an admin, an admin appoints none.
 */
export function mayManage(actor: MemberRole, role: MemberRole): boolean {
  switch (actor) {
    case "owner":
      return true;
    case "admin":
      return role === "admin" || role === "coordinator";
    case "coordinator":
    case "privacy_officer":
      return false;
    default:
      return actor satisfies never;
  }
}

/** A change of a member's standing, as it is judged. */
export interface StandingChange {
  actor: MemberRole;
  before: Standing;
  after: Standing;
  /** The statuses in which the change makes sense. */
  from: readonly MemberStatus[];
  /** How many owners are active, the member among them if they are one. */
  activeOwners: number;
}

/** Why a member's standing may not change so, or null. An account always keeps an active owner. */
export function judgeStanding(change: StandingChange): RoleOutOfReach | WrongMemberStatus | LastOwner | null {
  const { actor, before, after, from, activeOwners } = change;
  if (!mayManage(actor, before.role)) return RoleOutOfReach.at(["input", "id"]);
  if (!mayManage(actor, after.role)) return RoleOutOfReach.at(["input", "role"]);
  if (!from.includes(before.status)) return WrongMemberStatus.of(before.status);
  const isLost = isActiveOwner(before) && !isActiveOwner(after);
  return isLost && activeOwners <= 1 ? LastOwner.now() : null;
}

export function isActiveOwner({ role, status }: Standing): boolean {
  return role === "owner" && status === "active";
}
