import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { accountId, identitySchema, instant } from "../columns.js";
import { contactField } from "./contact-field.table.js";

const RUN_KINDS = ["move", "migrate", "destroy", "index"] as const;

export type RunKind = (typeof RUN_KINDS)[number];

const RUN_STATES = ["running", "complete"] as const;

export type RunState = (typeof RUN_STATES)[number];

/**
 * Work on a field's values over all contacts, in batches: how far it is. `move` takes them between plain and sealed
 * storage, `migrate` writes them into another field, `destroy` ends them, `index` copies them into the column by which
 * lists find them. The batch after `lastContactId` is next.
 */
export const fieldRun = identitySchema.table(
  "contact_field_run",
  {
    accountId: accountId(),
    id: uuid("id").notNull(),
    kind: text("kind", { enum: RUN_KINDS }).notNull(),
    fieldId: uuid("field_id").notNull(),
    targetFieldId: uuid("target_field_id"),
    state: text("state", { enum: RUN_STATES }).notNull().default("running"),
    done: integer("done").notNull().default(0),
    skipped: integer("skipped").notNull().default(0),
    lastContactId: uuid("last_contact_id"),
    startedAt: instant("started_at").notNull(),
    completedAt: instant("completed_at"),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    foreignKey({
      name: "contact_field_run_field",
      columns: [t.accountId, t.fieldId],
      foreignColumns: [contactField.accountId, contactField.id],
    }),
    index("contact_field_run_by_field").on(t.accountId, t.fieldId, t.startedAt),
    check("contact_field_run_kind", sql`${t.kind} in ('move', 'migrate', 'destroy', 'index')`),
    check("contact_field_run_target", sql`(${t.kind} = 'migrate') = (${t.targetFieldId} is not null)`),
  ],
);
