import { expect, test } from "vitest";
import { CONTACT_STATUSES, type ContactStatus } from "./contact-status.js";
import { refuseArchiving, refuseMerging, refuseRestoring, refuseUpdating } from "./contact-state.policy.js";

const owner = { kind: "member" } as const;
const hr = { kind: "api_client" } as const;

const contact = (status: ContactStatus, more: { mergedInto?: string; restrictedAt?: Date } = {}) => ({
  status,
  mergedInto: null,
  restrictedAt: null,
  ...more,
});

const byStatus = (refuse: (state: ReturnType<typeof contact>) => string | null) =>
  CONTACT_STATUSES.map((status) => refuse(contact(status)));

test("each status allows what it says", () => {
  const none = [null, null, null];
  expect(byStatus(refuseUpdating)).toEqual([...none, null, "erased", "erased"]);
  expect(byStatus((state) => refuseArchiving(owner, state))).toEqual([...none, "archived", "erased", "erased"]);
  expect(byStatus(refuseRestoring)).toEqual([...none.map(() => "not_archived"), null, "erased", "erased"]);
  expect(byStatus(refuseMerging)).toEqual([...none, null, "erased", "erased"]);
});

test("a merged contact takes nothing but undoing the merge", () => {
  const merged = contact("archived", { mergedInto: "survivor" });
  const answers = [refuseUpdating(merged), refuseArchiving(hr, merged), refuseRestoring(merged), refuseMerging(merged)];
  expect(answers).toEqual(["merged", "merged", "merged", "merged"]);
});

test("under restriction the HR system alone may set aside", () => {
  const restricted = (status: ContactStatus) => contact(status, { restrictedAt: new Date() });
  expect(refuseArchiving(owner, restricted("verified"))).toBe("restricted");
  expect(refuseArchiving(hr, restricted("verified"))).toBeNull();
  expect(refuseRestoring(restricted("archived"))).toBe("restricted");
  expect(refuseMerging(restricted("verified"))).toBe("restricted");
});
