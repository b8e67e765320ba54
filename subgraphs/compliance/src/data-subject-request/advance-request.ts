import type { Change } from "@studio/kit/db/change.js";
import { notFound } from "@studio/kit/error/codes.js";
import { listFacts } from "../contact/contact.repository.js";
import type { ComplianceContext } from "../context.js";
import {
  addSteps,
  lockRequest,
  updateRequest,
  type DataSubjectRequestRow,
  type RequestChange,
} from "./data-subject-request.repository.js";
import type { RequestStatus } from "./data-subject-request.values.js";
import { NOBODY } from "./request-access.js";
import { idsOf } from "./take-in-request.js";

/** A request whose row is locked, and what access to it is decided from, as both are now. */
export async function holdRequest({ tx }: Pick<Change, "tx">, accountId: string, id: string) {
  const row = await lockRequest(tx, accountId, id);
  if (!row) throw notFound("request");
  const [facts = NOBODY] = row.contactId === null ? [] : await listFacts(tx, accountId, [row.contactId]);
  return { row, facts };
}

/** What is done to a request, as its audit entry and event say. */
interface Advance {
  action: "identified" | "approved" | "denied" | "withdrawn";
  status: RequestStatus;
  /** Why, in words that name nobody. */
  reason?: string;
  with?: Omit<RequestChange, "status">;
}

/** Takes a request on to another status: a step for its person, an audit entry, an event. */
export async function advanceRequest(
  { clock, viewer }: ComplianceContext,
  { tx, audit, emit }: Pick<Change, "tx" | "audit" | "emit">,
  before: DataSubjectRequestRow,
  { action, status, reason, with: more }: Advance,
): Promise<DataSubjectRequestRow> {
  const row = await updateRequest(tx, before, { ...more, status });
  await addSteps(tx, row, [status], { at: clock.now(), actorKind: viewer.kind });
  const type = `request.${action}`;
  audit({
    action: type,
    subjectType: "DataSubjectRequest",
    subjectId: row.id,
    fields: ["status"],
    ...(reason !== undefined && { reason }),
  });
  emit({ type, ids: idsOf(row) });
  return row;
}
