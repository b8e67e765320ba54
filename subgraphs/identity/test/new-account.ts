import { newAccountToken } from "@studio/kit/auth/account-token.js";
import type { ApiClientViewer, MemberRole, MemberViewer } from "@studio/kit/auth/viewer.js";
import { newId } from "@studio/kit/id.js";
import { DEMO_FIELDS, seedIdentity, type IdentitySeed } from "../src/seed.js";
import type { RunningIdentity } from "./running-identity.js";

/** An account of a test's own: four members, two groups, an HR client, an integration, and contacts. */
export interface TestAccount {
  seed: IdentitySeed;
  accountId: string;
  groupIds: [string, string];
  hrKey: string;
  integrationKey: string;
  emailOf(role: MemberRole): string;
  member(role: MemberRole): MemberViewer;
  hr(fieldKeys?: string[]): ApiClientViewer;
  integration(scopes: string[], fieldKeys?: string[]): ApiClientViewer;
  contactId(index: number): string;
}

const ROLES: MemberRole[] = ["owner", "admin", "coordinator", "privacy_officer"];

const MAPPED = ["employee_number", "start_date"];

/** Contacts with an even index are in the first group, which is the coordinator's; the others are in the second. */
export async function newAccount(identity: RunningIdentity, contacts = 6): Promise<TestAccount> {
  const keys = { accountId: newId(), hr: "", integration: "" };
  keys.hr = newAccountToken("sk", keys.accountId);
  keys.integration = newAccountToken("sk", keys.accountId);
  const groupIds: [string, string] = [newId(), newId()];
  const seed = seedOf(keys, groupIds, contacts);
  await seedIdentity(identity.options, seed);
  const client = (purpose: ApiClientViewer["purpose"], scopes: string[], fields: string[]): ApiClientViewer => {
    const fieldGrants = fields.map(seed.fieldIdOf);
    return { kind: "api_client", accountId: keys.accountId, clientId: newId(), purpose, scopes, fieldGrants };
  };
  return {
    seed,
    accountId: keys.accountId,
    groupIds,
    hrKey: keys.hr,
    integrationKey: keys.integration,
    emailOf: (role) => memberOf(seed, role).email,
    member: (role) => {
      const { id: memberId, groupIds: assigned = [] } = memberOf(seed, role);
      return { kind: "member", accountId: keys.accountId, memberId, role, groupIds: assigned };
    },
    hr: (fields = MAPPED) => client("hr_sync", ["contacts:write"], fields),
    integration: (scopes, fields = []) => client("integration", scopes, fields),
    contactId: seed.contacts.idOf,
  };
}

function memberOf(seed: IdentitySeed, role: MemberRole) {
  return seed.members.find((one) => one.role === role)!;
}

function seedOf(
  keys: { accountId: string; hr: string; integration: string },
  groupIds: [string, string],
  contacts: number,
): IdentitySeed {
  const ids = Array.from({ length: contacts }, newId);
  const fieldIds = new Map(DEMO_FIELDS.map(({ key }) => [key, newId()]));
  return {
    account: { id: keys.accountId, name: "Northwind" },
    members: ROLES.map((role) => ({
      id: newId(),
      name: `The ${role}`,
      email: `${role}@${keys.accountId}.example`,
      role,
      ...(role === "coordinator" && { groupIds: [groupIds[0]] }),
    })),
    groups: groupIds.map((id, index) => ({ id, name: `Group ${index + 1}` })),
    fieldIdOf: (key) => fieldIds.get(key)!,
    apiClients: [
      { id: newId(), name: "HR", kind: "hr_sync", key: keys.hr, scopes: ["contacts:write"], fields: MAPPED },
      {
        id: newId(),
        name: "App",
        kind: "integration",
        key: keys.integration,
        scopes: ["contacts:read"],
        fields: ["salary_band"],
      },
    ],
    contacts: {
      count: contacts,
      idOf: (index) => ids.at(index)!,
      groupIdsOf: (index) => [groupIds[index % 2 === 0 ? 0 : 1]],
    },
  };
}
