import { hourMs } from "@studio/kit/clock.js";
import { memberToken, type TestAccount } from "../account.js";
import { bearer } from "../http.js";
import { apiClient, contactSession, staffToken } from "../people.js";
import type { TestPlatform } from "../platform.js";
import type { Mark } from "./canary.js";
import { CONTACTS, GRANTED, MAPPED } from "./fields.js";

/** Somebody who asks, and what the matrix needs to know of them. */
export interface Viewer {
  name: string;
  /** The column of the matrix in which they stand. */
  column: string;
  account: Mark;
  headers: Record<string, string>;
  scopes: readonly string[];
  /** The custom field that their key names, by its key. */
  grant: string | null;
  /** Whom a signed-in contact is, by place. */
  contact: number | null;
  /** Whether they bring all that their column may. */
  readsMuch: boolean;
}

const READS = ["contacts:read", "photos:read"];
const INTEGRATES = [...READS, "studios:read", "events:read"];

/** Everybody of the matrix for one account, those who bring less than their column may, and those whose time is over. */
export async function castOf(platform: TestPlatform, account: TestAccount, mark: Mark): Promise<Viewer[]> {
  const inAccount = (token: string) => ({ ...bearer(token), "studio-account": account.id });
  const { owner, admin, coordinator, privacy_officer, integration, hr } = account.credentials;
  const staff = async (scopes: string[] | null) => inAccount(await staffToken(platform, account, scopes));
  const self = async (place: number) => bearer(await contactSession(platform, account, place));
  const key = async (scopes: string[]) => bearer(await apiClient(platform, account, { kind: "integration", scopes }));
  const of = (name: string, column: string, headers: Record<string, string>, more: Partial<Viewer> = {}): Viewer => ({
    name: `${name} of ${mark}`,
    column,
    account: mark,
    headers,
    scopes: [],
    grant: null,
    contact: null,
    readsMuch: !/without|under restriction|over|^staff$|nobody/.test(name),
    ...more,
  });
  return [
    of("nobody known", "anonymous", {}),
    of("a contact", "self", await self(CONTACTS.self), { contact: CONTACTS.self }),
    of("a contact under restriction", "self", await self(CONTACTS.restricted), { contact: CONTACTS.restricted }),
    of("the coordinator", "coordinator", bearer(coordinator)),
    of("the admin", "admin", bearer(admin)),
    of("the owner", "owner", bearer(owner)),
    of("the integration", "integration", bearer(integration), { scopes: INTEGRATES, grant: GRANTED }),
    of("an integration without photos", "integration", await key(["contacts:read"]), { scopes: ["contacts:read"] }),
    of("an integration without scopes", "integration", await key([])),
    of("the HR sync", "HR sync", bearer(hr), { scopes: ["contacts:read", "contacts:write"], grant: MAPPED }),
    of("staff", "staff", await staff(null)),
    of("staff whose grant is over", "staff", inAccount(await formerStaff(platform, account))),
    of("staff under a grant", "staff + grant", await staff(READS), { scopes: READS }),
    of("staff under a grant without photos", "staff + grant", await staff(["contacts:read"]), {
      scopes: ["contacts:read"],
    }),
    of("the privacy officer", "privacy officer", bearer(privacy_officer)),
  ];
}

/** Staff who were let in, an hour ago for the last time. */
async function formerStaff(platform: TestPlatform, account: TestAccount): Promise<string> {
  const staffId = `former-${account.id}`;
  const over = new Date(platform.clock.now().getTime() - hourMs);
  await platform.admin`
    insert into identity.support_grant (account_id, id, staff_id, scopes, reason, granted_by, created_at, granted_at, expires_at)
    select account_id, gen_random_uuid(), ${staffId}, ${READS}, 'A test', id, ${over}, ${over}, ${over}
    from identity.member where account_id = ${account.id} and role = 'owner'`;
  return memberToken(platform, `${staffId}@platform.example`, { sub: staffId, staff: true, amr: ["mfa"] });
}
