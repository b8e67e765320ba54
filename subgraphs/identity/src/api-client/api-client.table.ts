import { sql } from "drizzle-orm";
import { check, foreignKey, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { account } from "../account/account.table.js";
import { accountId, bytea, identitySchema, instant } from "../columns.js";

export const API_CLIENT_KINDS = ["integration", "hr_sync"] as const;

/**
 * A program of an account. The key is shown once and kept as a digest. `fieldGrants` holds custom field ids: what an
 * integration may read of L2, and which L1 fields are mapped for an HR client.
 */
export const apiClient = identitySchema.table(
  "api_client",
  {
    accountId: accountId(),
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    kind: text("kind", { enum: API_CLIENT_KINDS }).notNull(),
    keyHash: bytea("key_hash").notNull(),
    scopes: text("scopes").array().notNull(),
    fieldGrants: uuid("field_grants").array().notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at"),
    revokedAt: instant("revoked_at"),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    foreignKey({ name: "api_client_account", columns: [t.accountId], foreignColumns: [account.accountId] }),
    unique("api_client_key_once").on(t.accountId, t.keyHash),
    check("api_client_kind", sql`${t.kind} in ('integration', 'hr_sync')`),
  ],
);
