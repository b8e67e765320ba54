import { seedConsents } from "@studio/compliance/seed";
import { seedIdentity, type IdentitySeed } from "@studio/identity/seed";
import { after, hourMs, systemClock, type Clock } from "@studio/kit/clock.js";
import { seedSubmissions } from "@studio/media/seed";
import { seedStudios } from "@studio/studio-configuration/seed";
import { demoId } from "./demo-id.js";
import { DEMO_ACCOUNT_ID, DEMO_CLIENTS, DEMO_USERS, demoApiKey, type DemoClient } from "./demo-roles.js";

/** The demo account's public studio. */
export const DEMO_STUDIO_SLUG = "northwind-headshots";

const STUDIO_ID = demoId("studio");
const GROUPS = ["Berlin", "Lisbon", "Toronto"].map((name, index) => ({ id: demoId("group", index), name }));
const CONTACTS = 150;

/** Where demo data goes: the laptop's database and object store. */
export interface DemoTarget {
  databaseUrl: string;
  masterKey: Buffer;
  storageUrl: string;
}

/**
 * Fills the demo account: people, studio, contacts, consents, submissions with real headshots. Every id is the same
 * at every start, so a start that was killed half-way is completed by the next, and a later one adds nothing.
 */
export async function seedDemo(target: DemoTarget, tell: (line: string) => void): Promise<void> {
  const options = { ...target, clock: systemClock satisfies Clock };
  const added = await seedIdentity(options, demoIdentity(target.masterKey), (done) =>
    tell(`Seeding contacts … ${done} of ${CONTACTS}`),
  );
  await seedStudios(options, DEMO_ACCOUNT_ID, [
    {
      id: STUDIO_ID,
      slug: DEMO_STUDIO_SLUG,
      name: "Northwind Headshots",
      status: "published",
      welcomeText: "Stand by a window, look into the lens, smile if you like.",
    },
    { id: demoId("studio", 1), slug: "northwind-leadership", name: "Northwind Leadership", status: "draft" },
  ]);
  if (added > 0) tell("Seeding consents and submissions …");
  await seedConsents(
    options,
    DEMO_ACCOUNT_ID,
    STUDIO_ID,
    indices((index) => index % 10 !== 9).map((index) => ({
      contactId: contactId(index),
      purpose: "processing",
      state: "given",
    })),
  );
  await seedSubmissions(
    options,
    DEMO_ACCOUNT_ID,
    indices((index) => index % 5 !== 4).map((index) => ({
      submissionId: demoId("submission", index),
      photoId: demoId("photo", index),
      contactId: contactId(index),
      studioId: STUDIO_ID,
      status: index % 7 === 6 ? "in_review" : "submitted",
      createdAt: after(options.clock.now(), -(CONTACTS - index) * hourMs),
    })),
  );
}

function demoIdentity(masterKey: Buffer): IdentitySeed {
  return {
    account: { id: DEMO_ACCOUNT_ID, name: "Northwind" },
    groups: GROUPS,
    members: [
      member("owner", "owner"),
      member("admin", "admin"),
      { ...member("coordinator", "coordinator"), groupIds: [GROUPS[0]!.id] },
      member("privacy-officer", "privacy_officer"),
    ],
    fieldIdOf: (key) => demoId(`field:${key}`),
    apiClients: DEMO_CLIENTS.map((client) => apiClient(client, masterKey)),
    contacts: { count: CONTACTS, idOf: contactId, groupIdsOf: (index) => [GROUPS[index % GROUPS.length]!.id] },
  };
}

function member(user: string, role: IdentitySeed["members"][number]["role"]): IdentitySeed["members"][number] {
  const { login, name } = DEMO_USERS[user]!;
  return { id: demoId(`member:${user}`), name, email: login, role };
}

function apiClient(client: DemoClient, masterKey: Buffer): IdentitySeed["apiClients"][number] {
  const identity = { id: demoId(`client:${client}`), key: demoApiKey(masterKey, client) };
  switch (client) {
    case "hr":
      return {
        ...identity,
        name: "Northwind HR",
        kind: "hr_sync",
        scopes: ["contacts:read", "contacts:write"],
        fields: ["office", "employee_number", "start_date"],
      };
    case "integration":
      return {
        ...identity,
        name: "Northwind intranet",
        kind: "integration",
        scopes: ["contacts:read", "photos:read", "studios:read", "events:read"],
        fields: [],
      };
    default:
      return client satisfies never;
  }
}

function contactId(index: number): string {
  return demoId("contact", index);
}

function indices(keep: (index: number) => boolean): number[] {
  return Array.from({ length: CONTACTS }, (_, index) => index).filter(keep);
}
