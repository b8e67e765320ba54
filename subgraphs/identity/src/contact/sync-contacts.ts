import { changeState, type Change } from "@studio/kit/db/change.js";
import { unavailable } from "@studio/kit/error/codes.js";
import { accountOf, changeScope, readAnew, type IdentityContext } from "../context.js";
import { isLostRace } from "../lost-race.js";
import type { ContactEventType } from "./contact.events.js";
import type { ContactWrite } from "./contact-write.repository.js";
import { toWrite } from "./contact-write.js";
import { storeContacts } from "./store-contacts.js";
import { SyncTooLarge } from "./sync-contacts.errors.js";
import type { SyncContactRow, SyncContactsInput } from "./sync-contacts.input.js";
import { SyncContactsPayload, SyncRowResult, type SyncContactsResult } from "./sync-contacts.type.js";
import { planRows } from "./sync-planning.js";
import type { PlannedRow } from "./sync-planning.js";

/** The most rows that one call may bring. */
export const MAX_SYNC_ROWS = 2000;

/** Each attempt that fails is one that somebody else's call won, so this many calls may meet at one contact. */
const ATTEMPTS = 10;

/** A row as it came out: the contact's id, where there is one, is what a result's `contact` is loaded by. */
export interface SyncedRow extends SyncRowResult {
  contactId: string | null;
}

/**
 * Creates and updates contacts by their external ids. Each row stands or falls by itself, the good ones are written in
 * one transaction, and sending the same rows again changes nothing and says so.
 * @throws UNAVAILABLE if others keep changing the same contacts meanwhile
 */
export async function syncContacts(
  context: IdentityContext,
  { rows }: SyncContactsInput,
): Promise<typeof SyncContactsResult> {
  if (rows.length > MAX_SYNC_ROWS) return SyncTooLarge.over(MAX_SYNC_ROWS);
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const planned = await planRows(context, rows);
    if (await writeAll(context, planned)) return toPayload(rows, planned);
    readAnew(context);
  }
  throw unavailable("Others are changing the same contacts. Send the rows again.");
}

/** @returns false if nothing was written, since somebody else changed one of the contacts meanwhile */
async function writeAll(context: IdentityContext, planned: readonly PlannedRow[]): Promise<boolean> {
  const changes = planned.filter(({ plan }) => plan.kind === "create" || plan.kind === "update");
  if (changes.length === 0) return true;
  // One order for everybody, so that two calls with the same people do not wait for each other crosswise.
  changes.sort((left, right) => (left.externalId < right.externalId ? -1 : 1));
  const writes = await Promise.all(changes.map((row) => write(context, row)));
  try {
    return await changeState<boolean>(changeScope(context, accountOf(context)), async (change) => {
      if ((await storeContacts(context, change.tx, writes)) < writes.length) change.abandon(false);
      for (const row of changes) record(change, row);
      return true;
    });
  } catch (error) {
    if (isLostRace(error)) return false;
    throw error;
  }
}

function write(context: IdentityContext, { plan, contactId, externalId, stored }: PlannedRow): Promise<ContactWrite> {
  if (contactId === null || (plan.kind !== "create" && plan.kind !== "update"))
    throw new Error("Only changes are written.");
  return toWrite(context, contactId, stored, { ...plan.values, externalId });
}

function record({ audit, emit }: Change, { plan, contactId }: PlannedRow): void {
  if (contactId === null || (plan.kind !== "create" && plan.kind !== "update")) return;
  const type: ContactEventType = plan.kind === "create" ? "contact.created" : "contact.updated";
  audit({ action: type, subjectType: "Contact", subjectId: contactId, fields: plan.changed });
  emit({ type, ids: { contactId } });
}

const OUTCOMES = { create: "created", update: "updated", unchanged: "unchanged", rejected: "rejected" } as const;

function toPayload(rows: readonly SyncContactRow[], planned: readonly PlannedRow[]): SyncContactsPayload {
  const results = planned.map(({ plan, contactId }, index): SyncedRow => {
    const errors = plan.kind === "rejected" ? plan.errors : [];
    const given = { index, externalId: rows[index]?.externalId ?? "", contact: null, contactId };
    return Object.assign(new SyncRowResult(), { ...given, outcome: OUTCOMES[plan.kind], errors });
  });
  const count = (outcome: SyncRowResult["outcome"]) => results.filter((result) => result.outcome === outcome).length;
  const counts = {
    created: count("created"),
    updated: count("updated"),
    unchanged: count("unchanged"),
    rejected: count("rejected"),
  };
  return Object.assign(new SyncContactsPayload(), { results, ...counts });
}
