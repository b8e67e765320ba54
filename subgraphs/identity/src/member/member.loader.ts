import type DataLoader from "dataloader";
import type { Tx } from "@studio/kit/db/database.js";
import { oneByKey } from "@studio/kit/loader/loader.js";
import { findMembers } from "./manage-member.repository.js";
import { findInvitations, type MemberInvitationRow } from "./member-invitation.repository.js";
import type { MemberRow } from "./member.repository.js";

/** Reads within the request's account. */
type Read = <T>(query: (tx: Tx, accountId: string) => Promise<T>) => Promise<T>;

export interface MemberLoaders {
  memberById: DataLoader<string, MemberRow | null>;
  /** What an invited member was sent last, expired or not; null for every other. */
  invitationByMember: DataLoader<string, MemberInvitationRow | null>;
}

/** Members, and what waits for them. */
export function memberLoaders(read: Read): MemberLoaders {
  return {
    memberById: oneByKey(
      (ids) => read((tx, account) => findMembers(tx, account, ids)),
      (row) => row.id,
    ),
    invitationByMember: oneByKey(
      (ids) => read((tx, account) => findInvitations(tx, account, ids)),
      (row) => row.memberId,
    ),
  };
}
