import DataLoader from "dataloader";
import type { Tx } from "@studio/kit/db/database.js";
import { oneByKey } from "@studio/kit/loader/loader.js";
import { listCoordinatorsOfGroups, listGroupsOfMembers } from "./coordinator.repository.js";
import { countContacts, findGroups, type GroupCount, type GroupRow } from "./manage-group.repository.js";

/** Reads within the request's account. */
type Read = <T>(query: (tx: Tx, accountId: string) => Promise<T>) => Promise<T>;

export interface GroupLoaders {
  groupById: DataLoader<string, GroupRow | null>;
  /** Null for a group without contacts. */
  contactCountByGroup: DataLoader<string, GroupCount | null>;
  coordinatorIdsByGroup: DataLoader<string, string[]>;
  groupIdsByMember: DataLoader<string, string[]>;
}

/** Groups, how many are in them, and whose they are. */
export function groupLoaders(read: Read): GroupLoaders {
  return {
    groupById: oneByKey(
      (ids) => read((tx, account) => findGroups(tx, account, ids)),
      (row) => row.id,
    ),
    contactCountByGroup: oneByKey(
      (ids) => read((tx, account) => countContacts(tx, account, ids)),
      (row) => row.groupId,
    ),
    coordinatorIdsByGroup: new DataLoader(async (ids) => {
      const rows = await read((tx, account) => listCoordinatorsOfGroups(tx, account, ids));
      const byGroup = Map.groupBy(rows, (row) => row.groupId);
      return ids.map((id) => (byGroup.get(id) ?? []).map((row) => row.memberId));
    }),
    groupIdsByMember: new DataLoader(async (ids) => {
      const rows = await read((tx, account) => listGroupsOfMembers(tx, account, ids));
      const byMember = Map.groupBy(rows, (row) => row.memberId);
      return ids.map((id) => (byMember.get(id) ?? []).map((row) => row.groupId));
    }),
  };
}
