import { randomBytes } from "node:crypto";
import { seedConsents } from "@studio/compliance/seed";
import { seedIdentity, type IdentitySeed } from "@studio/identity/seed";
import { newAccountToken } from "@studio/kit/auth/account-token.js";
import { hourMs, type Clock } from "@studio/kit/clock.js";
import { newId } from "@studio/kit/id.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { seedSubmissions } from "@studio/media/seed";
import { seedStudios } from "@studio/studio-configuration/seed";
import type { TestPlatform } from "./platform.js";

const ROLES = ["owner", "admin", "coordinator", "privacy_officer"] as const;

type Role = (typeof ROLES)[number];

/** An account of its own for one test: its people, programs, studio and contacts. */
export interface TestAccount {
  id: string;
  /** A Hub token for each role, and a key for each program. */
  credentials: Record<Role | "hr" | "integration", string>;
  studio: { id: string; globalId: string; slug: string };
  /** Two groups; the coordinator has the first. */
  groups: [string, string];
  /** Contact `n` is in group `n % 2`; even ones have a submission each. */
  contacts: { id: string; globalId: string; submissionId: string; photoId: string }[];
  fieldId: (key: string) => string;
}

/** What an account is made in: a platform whose subgraphs were started once. */
export type AccountHome = Pick<TestPlatform, "masterKey" | "storageUrl" | "forge"> & {
  postgres: { url: string };
  clock: Clock;
};

/** Makes an account with contacts, consents and submissions. */
export async function createAccount(platform: AccountHome, { contacts: count = 6 } = {}): Promise<TestAccount> {
  const id = newId();
  const tag = randomBytes(4).toString("hex");
  const groups: [string, string] = [newId(), newId()];
  const fieldIds = new Map<string, string>();
  const fieldId = (key: string) => fieldIds.get(key) ?? fieldIds.set(key, newId()).get(key)!;
  const contacts = Array.from({ length: count }, () => testContact());
  const studio = { id: newId(), slug: `studio-${tag}` };
  const keys = { hr: newAccountToken("sk", id), integration: newAccountToken("sk", id) };
  const emails = Object.fromEntries(ROLES.map((role) => [role, `${role}.${tag}@people.example`]));
  const target = { databaseUrl: platform.postgres.url, masterKey: platform.masterKey, clock: platform.clock };
  await seedIdentity(target, {
    account: { id, name: `Account ${tag}` },
    groups: groups.map((groupId, index) => ({ id: groupId, name: `Group ${index}` })),
    members: ROLES.map((role) => ({
      id: newId(),
      name: role,
      email: emails[role]!,
      role,
      groupIds: role === "coordinator" ? [groups[0]] : [],
    })),
    fieldIdOf: fieldId,
    apiClients: apiClients(keys),
    contacts: { count, idOf: (index) => contacts[index]!.id, groupIdsOf: (index) => [groups[index % 2]!] },
  });
  await seedStudios(target, id, [{ ...studio, name: `Studio ${tag}`, status: "published" }]);
  await seedConsents(
    target,
    id,
    studio.id,
    contacts.map((contact) => ({ contactId: contact.id, purpose: "processing", state: "given" })),
  );
  const submitted = contacts.filter((_, index) => index % 2 === 0);
  await seedSubmissions(
    { ...target, storageUrl: platform.storageUrl },
    id,
    submitted.map((contact) => ({
      contactId: contact.id,
      submissionId: contact.submissionId,
      photoId: contact.photoId,
      studioId: studio.id,
      status: "submitted",
      createdAt: platform.clock.now(),
    })),
  );
  const tokens = await Promise.all(
    ROLES.map(async (role) => [role, await memberToken(platform, emails[role]!)] as const),
  );
  return {
    id,
    credentials: { ...(Object.fromEntries(tokens) as Record<Role, string>), ...keys },
    studio: { ...studio, globalId: toGlobalId("Studio", studio.id) },
    groups,
    contacts,
    fieldId,
  };
}

/** A genuine Hub token for an email address. It lasts a working day: what ends by the hour ends before it. */
export function memberToken(
  platform: Pick<TestPlatform, "forge">,
  email: string,
  claims: Record<string, unknown> = {},
): Promise<string> {
  const exp = Math.floor((Date.now() + 12 * hourMs) / 1000);
  return platform.forge.genuine({ sub: email, email, email_verified: true, name: email, exp, ...claims });
}

function testContact(): TestAccount["contacts"][number] {
  const id = newId();
  return { id, globalId: toGlobalId("Contact", id), submissionId: newId(), photoId: newId() };
}

function apiClients(keys: { hr: string; integration: string }): IdentitySeed["apiClients"] {
  return [
    {
      id: newId(),
      name: "HR",
      kind: "hr_sync",
      key: keys.hr,
      scopes: ["contacts:read", "contacts:write"],
      fields: ["office", "employee_number", "start_date"],
    },
    {
      id: newId(),
      name: "Intranet",
      kind: "integration",
      key: keys.integration,
      scopes: ["contacts:read", "photos:read", "studios:read", "events:read"],
      fields: [],
    },
  ];
}
