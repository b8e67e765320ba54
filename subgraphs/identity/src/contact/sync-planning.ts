import { newId } from "@studio/kit/id.js";
import { accountOf, type IdentityContext } from "../context.js";
import type { ContactRow } from "./contact.repository.js";
import { findByExternalIds, findEmailHolders } from "./contact-write.repository.js";
import { EmailTaken } from "./contact-value.errors.js";
import type { WritableField } from "./judge-values.policy.js";
import { openKnown, writableFields } from "./known-contact.js";
import { DuplicateExternalId } from "./sync-contacts.errors.js";
import type { SyncContactRow } from "./sync-contacts.input.js";
import { planSync, type SyncPlan } from "./sync-plan.policy.js";
import { readSyncRow, type SyncRow } from "./sync-row.policy.js";

/** A row's plan, the contact that it is about, and that contact as it was read. */
export interface PlannedRow {
  externalId: string;
  plan: SyncPlan;
  /** Null if the row was rejected. */
  contactId: string | null;
  stored: ContactRow | null;
}

/** Plans every row of a call against the contacts as they are: two queries, and one for the keys it needs. */
export async function planRows(context: IdentityContext, inputs: readonly SyncContactRow[]): Promise<PlannedRow[]> {
  const fields = await writableFields(context);
  const rows = inputs.map((input, index) => readSyncRow(input, index, fields));
  refuseDuplicates(rows);
  const { stored, holders } = await readStored(context, rows);
  return Promise.all(
    rows.map(async (row) => {
      const contact = stored.get(row.externalId) ?? null;
      const known = contact && (await openKnown(context, contact, row));
      refuseTakenEmail(row, contact, holders);
      const plan = planSync(context.viewer, row, known);
      const contactId = plan.kind === "rejected" ? null : (contact?.id ?? newId());
      return { externalId: row.externalId, plan, contactId, stored: contact };
    }),
  );
}

function refuseDuplicates(rows: readonly SyncRow<WritableField>[]): void {
  const byExternalId = Map.groupBy(rows, (row) => row.externalId);
  for (const [externalId, same] of byExternalId) {
    if (externalId === "" || same.length === 1) continue;
    for (const row of same) row.errors.push(DuplicateExternalId.at([...row.path, "externalId"]));
  }
}

/** The first row of a call to bring an email takes it; `holders` grows as rows do. */
function refuseTakenEmail(row: SyncRow<WritableField>, contact: ContactRow | null, holders: Map<string, string>): void {
  if (!row.email) return;
  const { key } = row.email.value;
  const mine = contact?.id ?? `row ${row.index}`;
  const holder = holders.get(key);
  if (holder !== undefined && holder !== mine) row.errors.push(EmailTaken.at(row.email.path));
  else if (row.errors.length === 0) holders.set(key, mine);
}

async function readStored(context: IdentityContext, rows: readonly SyncRow<WritableField>[]) {
  const accountId = accountOf(context);
  const externalIds = rows.map((row) => row.externalId).filter((id) => id !== "");
  const emails = rows.flatMap((row) => (row.email ? [row.email.value.key] : []));
  return context.services.db.inAccount(accountId, async (tx) => {
    const [contacts, holders] = await Promise.all([
      externalIds.length > 0 ? findByExternalIds(tx, accountId, externalIds) : [],
      emails.length > 0 ? findEmailHolders(tx, accountId, emails) : new Map<string, string>(),
    ]);
    return { stored: new Map(contacts.map((contact) => [contact.externalId ?? "", contact])), holders };
  });
}
