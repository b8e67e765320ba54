import type { Change } from "@studio/kit/db/change.js";
import { newId } from "@studio/kit/id.js";
import type { ComplianceContext } from "../context.js";
import type { DataSubjectRequestInvalid, TooManyDataSubjectRequests } from "./data-subject-request.errors.js";
import { dueAt, joinStatements } from "./data-subject-request.policy.js";
import {
  addSteps,
  insertRequest,
  lockOpenTwin,
  updateRequest,
  type DataSubjectRequestRow,
} from "./data-subject-request.repository.js";
import type { RequestKind, RequestOrigin } from "./data-subject-request.values.js";
import type { Claimant } from "./request-words.js";

/** A request that came in: on its own, or joined to the open one that it repeats. */
export interface TakenIn {
  row: DataSubjectRequestRow;
  joined: boolean;
}

/** What comes of filing. */
export type Filing = TakenIn | DataSubjectRequestInvalid | TooManyDataSubjectRequests;

/** What is asked, and by whom: a contact, or somebody whom nobody has identified. */
interface Asked {
  kind: RequestKind;
  origin: RequestOrigin;
  statement: string | null;
  by: { contactId: string } | Claimant;
}

/** A request as it comes in. Its time runs from now; one of somebody who is known waits for review at once. */
export function newRequest(
  { clock, words }: ComplianceContext,
  accountId: string,
  { kind, origin, statement, by }: Asked,
): DataSubjectRequestRow {
  const key = { accountId, id: newId() };
  const receivedAt = clock.now();
  const claimant = "email" in by ? by : null;
  return {
    ...key,
    contactId: "contactId" in by ? by.contactId : null,
    kind,
    origin,
    status: claimant ? "identity_unverified" : "pending_review",
    receivedAt,
    dueAt: dueAt(receivedAt),
    statement: statement === null ? null : words.seal(key, "statement", statement),
    claimant: claimant && words.seal(key, "claimant", JSON.stringify(claimant)),
    claimantIndex: claimant && words.indexOf(accountId, claimant.email),
    decidedAt: null,
    denialGround: null,
    explanation: null,
  };
}

/** Puts a request on record, or joins it to the open one that asks the same, whose deadline stays. */
export async function takeInRequest(
  context: ComplianceContext,
  change: Change<Filing>,
  row: DataSubjectRequestRow,
): Promise<TakenIn> {
  const { tx, audit, emit } = change;
  if (await insertRequest(tx, row)) {
    await addSteps(tx, row, ["received", row.status], { at: row.receivedAt, actorKind: context.viewer.kind });
    audit({ action: "request.filed", subjectType: "DataSubjectRequest", subjectId: row.id, fields: [row.kind] });
    emit({ type: "request.filed", ids: idsOf(row) });
    return { row, joined: false };
  }
  const twin = await lockOpenTwin(tx, row);
  // It was closed between the two looks, so there is room for this one now.
  return twin === null ? takeInRequest(context, change, row) : join(context, change, row, twin);
}

/** What is said is kept with the request that stands. Saying no more than before leaves no trace. */
async function join(
  { words }: ComplianceContext,
  change: Change<Filing>,
  row: DataSubjectRequestRow,
  twin: DataSubjectRequestRow,
): Promise<TakenIn> {
  const said = ({ statement, ...key }: DataSubjectRequestRow) => statement && words.open(key, "statement", statement);
  const joined = joinStatements(said(twin), said(row));
  if (joined === null) return change.abandon({ row: twin, joined: true });
  const changed = await updateRequest(change.tx, twin, { statement: words.seal(twin, "statement", joined) });
  change.audit({
    action: "request.joined",
    subjectType: "DataSubjectRequest",
    subjectId: twin.id,
    fields: ["statement"],
  });
  return { row: changed, joined: true };
}

/** The ids by which a reader of events finds a request. */
export function idsOf({ id, contactId }: DataSubjectRequestRow): Record<string, string> {
  return contactId === null ? { requestId: id } : { requestId: id, contactId };
}
