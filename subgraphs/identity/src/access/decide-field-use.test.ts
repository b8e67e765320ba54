import { describe, expect, test } from "vitest";
import { CELLS, FACTS, NEEDS, factsWith, viewerOf, type Need } from "../../test/access-contract.js";
import { decideFieldAccess } from "./decide-field-access.js";
import { decideFieldUse } from "./decide-field-use.js";

/** What a list knows ahead of any contact: neither the studio nor a gallery. */
const UNKNOWN_IN_A_LIST: readonly Need[] = ["studio", "gallery"];

describe.each(CELLS)("$name for $audience: $phrase", ({ row, audience, meaning }) => {
  test("is used in arguments only where it is read in full, whatever else the viewer brings", () => {
    for (const brought of NEEDS) {
      const { fieldId, fieldOwner, purpose } = factsWith(brought);
      const facts = { ...(fieldId && { fieldId }), ...(fieldOwner && { fieldOwner }), ...(purpose && { purpose }) };
      const isRead = meaning!.read === "nothing" || meaning!.read === brought;
      const isUsable = isRead && !meaning!.masked && !UNKNOWN_IN_A_LIST.includes(meaning!.read as Need);
      const { kind } = decideFieldUse(viewerOf(audience, brought), row, facts);
      expect([brought, kind]).toEqual([brought, isUsable ? "use" : "denied"]);
    }
  });

  test("leaves contacts under restriction out unless it may be read of them", () => {
    for (const brought of NEEDS) {
      const viewer = viewerOf(audience, brought);
      const { purpose } = factsWith(brought);
      const use = decideFieldUse(viewer, row, { ...factsWith(brought), ...(purpose && { purpose }) });
      if (use.kind === "denied") continue;
      const access = decideFieldAccess(viewer, row, { ...factsWith(brought), restricted: true });
      expect([brought, use.hidesRestricted]).toEqual([brought, access.kind !== "read"]);
    }
  });
});

test("a field without a row is used by nobody", () => {
  expect(decideFieldUse(viewerOf("owner", "purpose"), undefined)).toMatchObject({ kind: "denied" });
});

test("a coordinator without a group is told the same as one with a group", () => {
  const without = { ...viewerOf("coordinator", "nothing"), groupIds: [] };
  for (const { row } of CELLS) {
    expect(decideFieldUse(without, row, FACTS)).toEqual(decideFieldUse(viewerOf("coordinator", "nothing"), row, FACTS));
  }
});
