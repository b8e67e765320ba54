import { describe, expect, test } from "vitest";
import type { Viewer } from "@studio/kit/auth/viewer.js";
import { ACCESS_TABLE, AUDIENCES, CONTACT_FIELD_ROWS, type AccessRow, type Audience } from "./access-table.js";
import { decideFieldAccess, type AccessFacts } from "./decide-field-access.js";
import { decideFieldWrite } from "./decide-field-write.js";

/** The contract's own text (access-matrix), so that the code's table is checked against what was agreed. */
const CONTRACT = `
| field | anonymous | self | coordinator | admin | owner | integration | HR sync | staff | staff + grant | privacy officer |
|---|---|---|---|---|---|---|---|---|---|---|
| id, status | – | R | R | R | R | Rs | R | R | R | R |
| first name, last name | – | RW | R | RW | RW | Rs | RW | – | R | R |
| email | – | RW (verified again) | R | RW | RW | Rs | RW | – | M | R |
| phone | – | RW | M | RW | RW | Rs | RW | – | M | R |
| external id | – | – | – | R | RW | Rs | RW | – | R | R |
| custom field L0 public | by gallery | RW | RW | RW | RW | Rs | RW | – | R | R |
| custom field L1 internal | – | R (W if the contact owns it) | R | RW | RW | Rs | RW if mapped | – | R | R |
| custom field L2 confidential | – | R | – | R | RW | Rf | RW if HR owns it | – | – | R |
| custom field L3 restricted | – | R | – | – | Rp | – | W | – | – | Rp |
| IP, browser, interaction (60 days) | – | by access request | – | – | – | – | – | M (truncated) | R | Rp |
| original photo | – | R | R if the studio allows | R | R | Rs | – | – | Rs | Rp |
| accepted derivative | link and PIN | R | R | R | R | Rs | R | – | Rs | R |
| consents | – | RW | M (status) | R | R | R (status) | – | – | R | R |
| rights requests | create | RW | – | RW | RW | – | – | counts | – | RW |`;

const ROW_NAMES: Record<string, AccessRow> = {
  "id, status": "idAndStatus",
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
type Need = "nothing" | "scope" | "grant" | "purpose" | "studio" | "gallery" | "contact owns" | "hr owns" | "never";

interface Meaning {
  read: Need;
  write: Need;
  masked?: true;
}

/** How each phrase of the contract is understood. A phrase that is not here fails the test. */
const PHRASES: Record<string, Meaning> = {
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

const contactId = "01890000-0000-7000-8000-000000000001";
const accountId = "01890000-0000-7000-8000-0000000000aa";
const fieldId = "01890000-0000-7000-8000-0000000000f1";
const groupId = "01890000-0000-7000-8000-0000000000a1";

const bare: AccessFacts = { contactId, groupIds: [groupId], restricted: false, fieldId };

/** The viewer of a column who brings what `need` asks for and nothing else. */
function viewerOf(audience: Audience, need: Need): Viewer {
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

function factsOf(need: Need): AccessFacts {
  return {
    ...bare,
    ...(need === "purpose" && { purpose: "audit" }),
    ...(need === "studio" && { studioAllowsOriginal: true }),
    ...(need === "gallery" && { galleryOpened: true }),
    fieldOwner: need === "hr owns" ? "hr" : need === "contact owns" ? "contact" : "admin",
  };
}

const NEEDS: Need[] = ["nothing", "scope", "grant", "purpose", "studio", "gallery", "contact owns", "hr owns"];

const cells = CONTRACT.trim()
  .split("\n")
  .slice(2)
  .flatMap((line) => {
    const [name = "", ...phrases] = line.split("|").slice(1, -1).map((cell) => cell.trim());
    return phrases.map((phrase, column) => ({ name, row: ROW_NAMES[name], audience: AUDIENCES[column]!, phrase }));
  });

test("the contract and the code have the same rows", () => {
  expect(cells).toHaveLength(14 * 10);
  expect(new Set(cells.map((cell) => cell.row))).toEqual(new Set(Object.keys(ACCESS_TABLE)));
});

describe.each(cells)("$name for $audience: $phrase", ({ row, audience, phrase }) => {
  const meaning = PHRASES[phrase];

  test("reads as agreed, whatever else the viewer brings", () => {
    for (const brought of NEEDS) {
      const allowed = meaning!.read === "nothing" || meaning!.read === brought;
      const expected = allowed ? (meaning!.masked ? "masked" : "read") : "denied";
      expect([brought, decideFieldAccess(viewerOf(audience, brought), row, factsOf(brought)).kind]).toEqual([brought, expected]);
    }
  });

  test("writes as agreed, whatever else the viewer brings", () => {
    for (const brought of NEEDS) {
      const expected = meaning!.write === "nothing" || meaning!.write === brought ? "write" : "denied";
      expect([brought, decideFieldWrite(viewerOf(audience, brought), row, factsOf(brought)).kind]).toEqual([brought, expected]);
    }
  });
});

describe("a contact under restriction", () => {
  const restricted = { ...bare, restricted: true };

  test.each(["coordinator", "admin", "integration", "hr_sync"] as const)("shows %s the id and the flag alone", (audience) => {
    for (const row of Object.keys(ACCESS_TABLE) as AccessRow[]) {
      const access = decideFieldAccess(viewerOf(audience, "scope"), row, restricted);
      expect([row, access.kind]).toEqual([row, row === "idAndStatus" ? "read" : "denied"]);
    }
  });

  test.each(["owner", "privacy_officer"] as const)("opens to %s with a purpose", (audience) => {
    expect(decideFieldAccess(viewerOf(audience, "nothing"), "email", restricted).kind).toBe("denied");
    expect(decideFieldAccess(viewerOf(audience, "nothing"), "email", { ...restricted, purpose: "request 7" }).kind).toBe("read");
  });

  test("never opens what is closed without the restriction", () => {
    for (const need of NEEDS) {
      for (const audience of AUDIENCES) {
        for (const row of Object.keys(ACCESS_TABLE) as AccessRow[]) {
          const under = decideFieldAccess(viewerOf(audience, need), row, { ...factsOf(need), restricted: true }).kind;
          const without = decideFieldAccess(viewerOf(audience, need), row, factsOf(need)).kind;
          expect([audience, row, need, under === "denied" || under === without]).toEqual([audience, row, need, true]);
        }
      }
    }
  });

  test("takes no write but the contact's own rights requests", () => {
    for (const audience of AUDIENCES) {
      for (const row of Object.keys(ACCESS_TABLE) as AccessRow[]) {
        const expected = audience === "self" && row === "rightsRequests" ? "write" : "denied";
        expect([audience, row, decideFieldWrite(viewerOf(audience, "nothing"), row, restricted).kind]).toEqual([audience, row, expected]);
      }
    }
  });
});

test("another person, another group and a field without a row are out of reach", () => {
  const other = { ...bare, contactId: "01890000-0000-7000-8000-000000000002" };
  expect(decideFieldAccess(viewerOf("self", "nothing"), "name", other).kind).toBe("denied");
  expect(decideFieldWrite(viewerOf("self", "nothing"), "name", other).kind).toBe("denied");
  expect(decideFieldAccess(viewerOf("coordinator", "nothing"), "name", { ...bare, groupIds: ["elsewhere"] }).kind).toBe("denied");
  expect(decideFieldAccess(viewerOf("owner", "nothing"), CONTACT_FIELD_ROWS["shoeSize"], bare).kind).toBe("denied");
  expect(decideFieldWrite(viewerOf("owner", "nothing"), undefined, bare).kind).toBe("denied");
});
