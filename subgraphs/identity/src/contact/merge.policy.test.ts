import { expect, test } from "vitest";
import { fillGaps, type MergingContact } from "./merge.policy.js";

const NOTHING: MergingContact = { phoneSealed: null, externalId: null, custom: {}, sealedCustom: {} };

const FULL: MergingContact = {
  phoneSealed: Buffer.of(1),
  externalId: "E-1",
  custom: { plain: "value", moved: "value" },
  sealedCustom: { sealed: "value" },
};

const FIELDS = new Set(["plain", "moved", "sealed"]);

test("fills what the survivor lacks", () => {
  expect(fillGaps(NOTHING, FULL, FIELDS)).toEqual({
    fields: ["phone", "externalId"],
    customFieldIds: ["plain", "moved", "sealed"],
  });
});

test("touches nothing that the survivor has, wherever it is kept", () => {
  expect(fillGaps(FULL, FULL, FIELDS)).toEqual({ fields: [], customFieldIds: [] });
  const sealedByNow = { ...NOTHING, sealedCustom: { moved: "value" } };
  expect(fillGaps(sealedByNow, FULL, FIELDS).customFieldIds).toEqual(["plain", "sealed"]);
});

test("hands on no value of a deleted field", () => {
  expect(fillGaps(NOTHING, FULL, new Set(["sealed"])).customFieldIds).toEqual(["sealed"]);
});
