import { blindIndex } from "@studio/kit/crypto/seal.js";
import { hashSecret } from "@studio/kit/crypto/secret-token.js";
import type { Tx } from "@studio/kit/db/database.js";
import { account } from "../account/account.table.js";
import { apiClient } from "../api-client/api-client.table.js";
import { contactField } from "../contact-field/contact-field.table.js";
import { readEmail } from "../contact/email.policy.js";
import { group, memberGroup } from "../group/group.table.js";
import { hubMembership, member } from "../member/member.table.js";
import type { IdentitySeed, SeedMember } from "./identity-seed.js";
import type { IdentityKeys } from "../services.js";
import { DEMO_FIELDS } from "./demo-fields.js";

/** The account, its groups and its custom fields. */
export async function seedAccount(tx: Tx, seed: IdentitySeed, now: Date): Promise<void> {
  const accountId = seed.account.id;
  await tx.insert(account).values({ accountId, name: seed.account.name, createdAt: now }).onConflictDoNothing();
  const groups = seed.groups.map((one) => ({ accountId, ...one, createdAt: now }));
  if (groups.length > 0) await tx.insert(group).values(groups).onConflictDoNothing();
  const fields = DEMO_FIELDS.map((field, position) => {
    const { key, label, type, sensitivity, owner, purpose, options = [], pinned = false, filterable = false } = field;
    const row = { accountId, id: seed.fieldIdOf(key), key, label, type, sensitivity, owner, purpose };
    return { ...row, options, pinned, filterable, position, createdAt: now };
  });
  await tx.insert(contactField).values(fields).onConflictDoNothing();
}

/** Who gets in: members, as the Hub will name them by email, and API clients. */
export async function seedAccess(tx: Tx, seed: IdentitySeed, keys: IdentityKeys, now: Date): Promise<void> {
  const accountId = seed.account.id;
  const members = seed.members.map(({ id, name, email, role }) => {
    const row = { accountId, id, name, email, emailKey: emailKeyOf(email), role };
    return { ...row, status: "active" as const, createdAt: now };
  });
  if (members.length > 0) {
    await tx.insert(member).values(members).onConflictDoNothing();
    const directory = members.map(({ id, emailKey }) => ({
      accountId,
      memberId: id,
      emailIndex: blindIndex(keys.memberEmail, emailKey),
    }));
    await tx.insert(hubMembership).values(directory).onConflictDoNothing();
  }
  const assignments = seed.members.flatMap((one) => assignmentsOf(accountId, one));
  if (assignments.length > 0) await tx.insert(memberGroup).values(assignments).onConflictDoNothing();
  const clients = seed.apiClients.map(({ id, name, kind, key, scopes, fields = [] }) => {
    const fieldGrants = fields.map((fieldKey) => seed.fieldIdOf(fieldKey));
    return { accountId, id, name, kind, keyHash: hashSecret(key), scopes, fieldGrants, createdAt: now };
  });
  if (clients.length > 0) await tx.insert(apiClient).values(clients).onConflictDoNothing();
}

function assignmentsOf(accountId: string, { id, groupIds = [] }: SeedMember) {
  return groupIds.map((groupId) => ({ accountId, memberId: id, groupId }));
}

function emailKeyOf(email: string): string {
  const read = readEmail(email);
  if (!read) throw new Error("A seeded member needs an email address.");
  return read.key;
}
