import { sql } from "drizzle-orm";
import { actorId, anonymous, type Actor } from "../auth/viewer.js";
import type { Clock } from "../clock.js";
import { appendEvents, type NewEvent } from "../events/append.js";
import type { Database, Tx } from "./database.js";

/** What the audit trail keeps of one state change. Ids only: no name, address or value of a person. */
export interface AuditEntry {
  /** A verb in the past tense on a type, for example `submission.submitted`. */
  action: string;
  subjectType: string;
  subjectId: string;
  reason?: string;
  /** Names of what changed, never values. */
  fields?: readonly string[];
}

/** A state change in progress: its transaction, and what it leaves behind. */
export interface Change<T = unknown> {
  tx: Tx;
  /** Records what happened. A change that records nothing is refused. */
  audit: (entry: AuditEntry) => void;
  /** Announces what happened, once the change is committed. */
  emit: (event: NewEvent) => void;
  /** Ends here and writes nothing: what was written so far is rolled back, and `result` is the outcome. */
  abandon(this: void, result: T): never;
}

export interface ChangeScope {
  db: Database;
  clock: Clock;
  /** Who makes the change: the viewer, or the platform's own part in a job. */
  viewer: Actor;
  accountId: string;
  requestId: string;
  /** Told after commit that the account has new events; a hint, never the truth. */
  wake: (accountId: string) => void;
}

/** How `abandon` leaves the transaction. Not an error: `changeState` turns it into its result. */
class Abandoned<T> {
  constructor(
    readonly scope: ChangeScope,
    readonly result: T,
  ) {}
}

/** Thrown when a change would leave no trace in the audit trail. */
export class UnauditedChange extends Error {
  override name = "UnauditedChange";
}

/**
 * Makes one state change: `work` writes, then its audit entries and events are appended in the same transaction,
 * events last, so that their order is the order of commits. If the audit cannot be written, nothing is (P30).
 */
export async function changeState<T>(scope: ChangeScope, work: (change: Change<T>) => Promise<T>): Promise<T> {
  const events: NewEvent[] = [];
  try {
    const result = await scope.db.inAccount(scope.accountId, (tx) => workAndRecord(scope, tx, events, work));
    if (events.length > 0) scope.wake(scope.accountId);
    return result;
  } catch (error) {
    if (error instanceof Abandoned && error.scope === scope) return error.result;
    throw error;
  }
}

async function workAndRecord<T>(
  scope: ChangeScope,
  tx: Tx,
  events: NewEvent[],
  work: (change: Change<T>) => Promise<T>,
): Promise<T> {
  const entries: AuditEntry[] = [];
  const value = await work({
    tx,
    audit: (entry) => void entries.push(entry),
    emit: (event) => void events.push(event),
    abandon: (result) => {
      throw new Abandoned(scope, result);
    },
  });
  if (entries.length === 0) throw new UnauditedChange("A state change must say what it did.");
  await appendAudit(tx, scope, entries);
  if (events.length > 0) await appendEvents(tx, scope.accountId, scope.clock.now(), events);
  return value;
}

/** Appends to the account's chain, in order and in one statement, through the function that compliance publishes. */
async function appendAudit(tx: Tx, scope: ChangeScope, entries: readonly AuditEntry[]): Promise<void> {
  const actor = actorIn(scope);
  await tx.execute(sql`
    select compliance.append_audit(
      ${scope.accountId}::uuid, ${scope.clock.now().toISOString()}::timestamptz,
      ${actor.kind}, ${actorId(actor)}, e.value ->> 'action', e.value ->> 'subjectType',
      e.value ->> 'subjectId', e.value ->> 'reason', ${scope.requestId}, coalesce(e.value -> 'fields', '[]'))
    from jsonb_array_elements(${JSON.stringify(entries)}::jsonb) with ordinality as e (value, place)
    order by e.place`);
}

/** Who stands in another account is a stranger in this one: their id is not for its people to read. */
function actorIn({ viewer, accountId }: ChangeScope): Actor {
  const isOfTheHouse = viewer.kind === "system" || viewer.kind === "staff";
  return isOfTheHouse || viewer.accountId === accountId ? viewer : anonymous;
}
