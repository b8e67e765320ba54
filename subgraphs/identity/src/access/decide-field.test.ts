import { describe, expect, test } from "vitest";
import { CELLS, FACTS, NEEDS, factsWith, viewerOf } from "../../test/access-contract.js";
import { ACCESS_TABLE, AUDIENCES, CONTACT_FIELD_ROWS, type AccessRow } from "./access-table.js";
import { decideFieldAccess } from "./decide-field-access.js";
import { decideFieldWrite } from "./decide-field-write.js";

const ROWS = Object.keys(ACCESS_TABLE) as AccessRow[];

test("the contract and the code have the same rows", () => {
  expect(CELLS).toHaveLength(15 * AUDIENCES.length);
  expect(new Set(CELLS.map((cell) => cell.row))).toEqual(new Set(ROWS));
});

describe.each(CELLS)("$name for $audience: $phrase", ({ row, audience, meaning }) => {
  test("reads as agreed, whatever else the viewer brings", () => {
    for (const brought of NEEDS) {
      const isAllowed = meaning!.read === "nothing" || meaning!.read === brought;
      const expected = isAllowed ? (meaning!.masked ? "masked" : "read") : "denied";
      const { kind } = decideFieldAccess(viewerOf(audience, brought), row, factsWith(brought));
      expect([brought, kind]).toEqual([brought, expected]);
    }
  });

  test("writes as agreed, whatever else the viewer brings", () => {
    for (const brought of NEEDS) {
      const expected = meaning!.write === "nothing" || meaning!.write === brought ? "write" : "denied";
      const { kind } = decideFieldWrite(viewerOf(audience, brought), row, factsWith(brought));
      expect([brought, kind]).toEqual([brought, expected]);
    }
  });
});

describe("a contact under restriction", () => {
  const restricted = { ...FACTS, restricted: true };

  test.each(["coordinator", "admin", "integration", "hr_sync"] as const)(
    "shows %s the id and the flag alone",
    (audience) => {
      for (const row of ROWS) {
        const access = decideFieldAccess(viewerOf(audience, "scope"), row, restricted);
        expect([row, access.kind]).toEqual([row, row === "idAndFlag" ? "read" : "denied"]);
      }
    },
  );

  test.each(["owner", "privacy_officer"] as const)("opens to %s with a purpose", (audience) => {
    const viewer = viewerOf(audience, "nothing");
    expect(decideFieldAccess(viewer, "email", restricted).kind).toBe("denied");
    expect(decideFieldAccess(viewer, "email", { ...restricted, purpose: "rights_request" }).kind).toBe("read");
  });

  test("never opens what is closed without the restriction", () => {
    const cases = NEEDS.flatMap((need) => CELLS.map(({ audience, row }) => ({ need, audience, row })));
    for (const { need, audience, row } of cases) {
      const viewer = viewerOf(audience, need);
      const under = decideFieldAccess(viewer, row, { ...factsWith(need), restricted: true }).kind;
      const without = decideFieldAccess(viewer, row, factsWith(need)).kind;
      expect({ audience, row, need, isNarrower: under === "denied" || under === without }).toMatchObject({
        isNarrower: true,
      });
    }
  });

  test("takes no write but the contact's own rights requests", () => {
    for (const { audience, row } of CELLS) {
      const expected = audience === "self" && row === "rightsRequests" ? "write" : "denied";
      const { kind } = decideFieldWrite(viewerOf(audience, "nothing"), row, restricted);
      expect([audience, row, kind]).toEqual([audience, row, expected]);
    }
  });
});

test("another person, another group and a field without a row are out of reach", () => {
  const other = { ...FACTS, contactId: "01890000-0000-7000-8000-000000000002" };
  const elsewhere = { ...FACTS, groupIds: ["elsewhere"] };
  expect(decideFieldAccess(viewerOf("self", "nothing"), "name", other).kind).toBe("denied");
  expect(decideFieldWrite(viewerOf("self", "nothing"), "name", other).kind).toBe("denied");
  expect(decideFieldAccess(viewerOf("coordinator", "nothing"), "name", elsewhere).kind).toBe("denied");
  expect(decideFieldAccess(viewerOf("owner", "nothing"), CONTACT_FIELD_ROWS["shoeSize"], FACTS).kind).toBe("denied");
  expect(decideFieldWrite(viewerOf("owner", "nothing"), undefined, FACTS).kind).toBe("denied");
});
