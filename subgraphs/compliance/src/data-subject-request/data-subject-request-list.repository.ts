import { and, eq, isNull, lt, or, sql, type SQL } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import type { CursorKeys } from "@studio/kit/paging/cursor.js";
import type { PageRequest } from "@studio/kit/paging/both-ways.js";
import { isBeyond, keysOf, orderBy, typedArray, type KeyColumn } from "@studio/kit/paging/keyset.js";
import type { DataSubjectRequestFilter } from "./data-subject-request.input.js";
import { dataSubjectRequest } from "./data-subject-request.table.js";
import type { DataSubjectRequestRow } from "./data-subject-request.repository.js";

/** Which requests a list holds: an account's, in the order in which they are due, or one contact's, newest first. */
export interface RequestList {
  accountId: string;
  contactId: string | null;
  filter: DataSubjectRequestFilter;
  /** Whether requests of contacts under restriction are left out. */
  hidesRestricted: boolean;
}

/** A page of a list as it is read. */
export interface RequestPagePlan extends RequestList {
  page: PageRequest;
  after: CursorKeys | null;
  before: CursorKeys | null;
}

/** A request, and its keys in the list's order. */
export interface ListedRequest {
  row: DataSubjectRequestRow;
  keys: CursorKeys;
}

/** A page's requests, one more than asked for, in the order in which the page is read. */
export function listRequests(tx: Tx, plan: RequestPagePlan): Promise<ListedRequest[]> {
  const { page, after, before } = plan;
  const columns = plan.contactId === null ? DUE_FIRST : NEWEST_FIRST;
  return tx
    .select({ row: dataSubjectRequest, keys: keysOf(columns) })
    .from(dataSubjectRequest)
    .where(
      and(
        ...selected(plan),
        after ? isBeyond(columns, after, false) : undefined,
        before ? isBeyond(columns, before, true) : undefined,
      ),
    )
    .orderBy(...orderBy(columns, page.backward))
    .limit(page.size + 1);
}

const column = (name: "dueAt" | "receivedAt" | "id", direction: KeyColumn["direction"]): KeyColumn => ({
  sql: sql`${dataSubjectRequest[name]}`,
  type: name === "id" ? "uuid" : "timestamptz",
  nullable: false,
  direction,
});

const DUE_FIRST = [column("dueAt", "asc"), column("id", "asc")];
const NEWEST_FIRST = [column("receivedAt", "desc"), column("id", "desc")];

function selected({ accountId, contactId, filter, hidesRestricted }: RequestList): (SQL | undefined)[] {
  const { status, kind, dueBefore } = filter;
  return [
    eq(dataSubjectRequest.accountId, accountId),
    contactId === null ? undefined : eq(dataSubjectRequest.contactId, contactId),
    status == null ? undefined : sql`${dataSubjectRequest.status} = any(${typedArray(status, "text")})`,
    kind == null ? undefined : sql`${dataSubjectRequest.kind} = any(${typedArray(kind, "text")})`,
    dueBefore == null ? undefined : lt(dataSubjectRequest.dueAt, dueBefore),
    hidesRestricted ? or(isNull(dataSubjectRequest.contactId), sql`not ${ofRestricted()}`) : undefined,
  ];
}

function ofRestricted(): SQL {
  return sql`exists (select from identity.published_contact c where c.account_id = ${dataSubjectRequest.accountId}
    and c.id = ${dataSubjectRequest.contactId} and c.restricted_at is not null)`;
}
