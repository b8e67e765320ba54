import { and, eq, exists, sql, type SQL } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/pg-core";
import { typedArray } from "@studio/kit/paging/keyset.js";
import { contact } from "../contact/contact.table.js";
import { groupContact } from "../group/group.table.js";
import type { Test } from "./condition.js";

/** The groups that there are for the viewer: a coordinator's own, or null for all of the account's. */
export interface GroupScope {
  groupIds: readonly string[] | null;
}

/** Contacts in a coordinator's world; null where the whole account is. */
export function inReach({ groupIds }: GroupScope): SQL | undefined {
  return groupIds === null ? undefined : isInAny(groupIds);
}

/** A comparison of the groups a contact is in. Those outside the viewer's world do not exist for them. */
export function groupTest(test: Test, scope: GroupScope): SQL {
  switch (test.op) {
    case "eq":
      return isInAny(visible([String(test.value)], scope));
    case "in":
      return isInAny(visible(test.values.map(String), scope));
    case "isSet": {
      const some = scope.groupIds === null ? isInOne(sql`true`) : isInAny(scope.groupIds);
      return test.value ? some : sql`not ${some}`;
    }
    default:
      throw new Error("Groups do not compare this way.");
  }
}

function visible(groupIds: readonly string[], scope: GroupScope): readonly string[] {
  return scope.groupIds === null ? groupIds : groupIds.filter((id) => scope.groupIds?.includes(id));
}

function isInAny(groupIds: readonly string[]): SQL {
  if (groupIds.length === 0) return sql`false`;
  return isInOne(sql`${groupContact.groupId} = any(${typedArray(groupIds, "uuid")})`);
}

function isInOne(which: SQL): SQL {
  const membership = and(eq(groupContact.accountId, contact.accountId), eq(groupContact.contactId, contact.id), which);
  return exists(
    new QueryBuilder()
      .select({ one: sql`1` })
      .from(groupContact)
      .where(membership),
  );
}
