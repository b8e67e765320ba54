import { readFileSync } from "node:fs";
import type { Viewer } from "@studio/kit/auth/viewer.js";
import { AUDIENCES, type AccessRow, type Audience } from "../src/access/access-table.js";
import type { AccessFacts } from "../src/access/decide-field-access.js";

/** The contract's own text, so that the code's table is checked against what was agreed. */
const CONTRACT = readFileSync(new URL("access-matrix.md", import.meta.url), "utf8");

/** Not a kind of field: what a restriction takes away from all of them. */
const RESTRICTION = "a contact under restriction";

const ROW_NAMES: Readonly<Record<string, AccessRow | readonly AccessRow[]>> = {
  "id, status": ["idAndFlag", "status"],
  "first name, last name": "name",
  email: "email",
  phone: "phone",
  "external id": "externalId",
  "custom field L0 public": "customPublic",
  "custom field L1 internal": "customInternal",
  "custom field L2 confidential": "customConfidential",
  "custom field L3 restricted": "customRestricted",
  "IP, browser, interaction (60 days)": "deviceData",
  "original photo": "originalPhoto",
  "accepted derivative": "acceptedDerivative",
  consents: "consents",
  "rights requests": "rightsRequests",
};

/** What a cell asks for beyond being who one is, or `never`. */
export type Need = (typeof NEEDS)[number] | "never";

/** What a viewer may bring. */
export const NEEDS = ["nothing", "scope", "grant", "purpose", "studio", "gallery", "contact owns", "hr owns"] as const;

export interface Meaning {
  read: Need;
  write: Need;
  masked?: true;
}

/** How each phrase of the contract is understood. A phrase that is not here has no meaning, and fails the test. */
const PHRASES: Readonly<Record<string, Meaning>> = {
  "–": { read: "never", write: "never" },
  "by access request": { read: "never", write: "never" },
  counts: { read: "never", write: "never" },
  R: { read: "nothing", write: "never" },
  W: { read: "never", write: "nothing" },
  create: { read: "never", write: "nothing" },
  RW: { read: "nothing", write: "nothing" },
  "RW (verified again)": { read: "nothing", write: "nothing" },
  M: { read: "nothing", write: "never", masked: true },
  "M (status)": { read: "nothing", write: "never", masked: true },
  "R (status)": { read: "nothing", write: "never", masked: true },
  "M (truncated)": { read: "nothing", write: "never", masked: true },
  Rs: { read: "scope", write: "never" },
  Rf: { read: "grant", write: "never" },
  Rp: { read: "purpose", write: "never" },
  "R if the studio allows": { read: "studio", write: "never" },
  "by gallery": { read: "gallery", write: "never" },
  "link and PIN": { read: "gallery", write: "never" },
  "R (W if the contact owns it)": { read: "nothing", write: "contact owns" },
  "RW if mapped": { read: "grant", write: "grant" },
  "RW if HR owns it": { read: "hr owns", write: "hr owns" },
};

/** Every cell of the contract. */
export const CELLS = CONTRACT.trim()
  .split("\n")
  .slice(2)
  .flatMap((line) => {
    const [name = "", ...phrases] = line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim());
    return phrases.flatMap((phrase, column) => {
      const audience = AUDIENCES.at(column) ?? "anonymous";
      return [ROW_NAMES[name]].flat().map((row) => ({ name, row, audience, phrase, meaning: PHRASES[phrase] }));
    });
  })
  .filter(({ name }) => name !== RESTRICTION);

const contactId = "01890000-0000-7000-8000-000000000001";
const accountId = "01890000-0000-7000-8000-0000000000aa";
const fieldId = "01890000-0000-7000-8000-0000000000f1";
const groupId = "01890000-0000-7000-8000-0000000000a1";

export const FACTS: AccessFacts = { contactId, groupIds: [groupId], restricted: false, fieldId };

/** The viewer of a column who brings what `need` asks for and nothing else. */
export function viewerOf(audience: Audience, need: Need): Viewer {
  const scopes = need === "scope" ? ["contacts:read", "photos:read"] : [];
  const fieldGrants = need === "grant" ? [fieldId] : [];
  switch (audience) {
    case "anonymous":
      return { kind: "anonymous", accountId: null };
    case "self":
      return { kind: "contact", accountId, contactId, studioId: "s", sessionId: "x" };
    case "integration":
    case "hr_sync":
      return { kind: "api_client", accountId, clientId: "c", purpose: audience, scopes, fieldGrants };
    case "staff":
      return { kind: "staff", staffId: "p", accountId: null, grantId: null, scopes };
    case "staff_with_grant":
      return { kind: "staff", staffId: "p", accountId, grantId: "g", scopes };
    default:
      return { kind: "member", accountId, memberId: "m", role: audience, groupIds: [groupId] };
  }
}

const OWNERS = { "hr owns": "hr", "contact owns": "contact" } as const;

/** The facts about a contact that hold when `need` is brought. */
export function factsWith(need: Need): AccessFacts {
  return {
    ...FACTS,
    ...(need === "purpose" && { purpose: "rights_request" }),
    ...(need === "studio" && { studioAllowsOriginal: true }),
    ...(need === "gallery" && { galleryOpened: true }),
    fieldOwner: need === "hr owns" || need === "contact owns" ? OWNERS[need] : "admin",
  };
}
