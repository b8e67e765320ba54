import { expect, test } from "vitest";
import { CONTACT_STATUSES, type ContactStatus } from "./contact-status.js";
import {
  refuseArchiving,
  refuseInviting,
  refuseMerging,
  refuseRestoring,
  refuseRestricted,
  refuseUpdating,
} from "./contact-state.policy.js";

const owner = { kind: "member" } as const;
const hr = { kind: "api_client" } as const;
const self = { kind: "contact" } as const;

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
  expect(byStatus((state) => refuseUpdating(owner, state))).toEqual([...none, null, "erased", "erased"]);
  expect(byStatus((state) => refuseArchiving(owner, state))).toEqual([...none, "archived", "erased", "erased"]);
  expect(byStatus(refuseRestoring)).toEqual([...none.map(() => "not_archived"), null, "erased", "erased"]);
  expect(byStatus(refuseMerging)).toEqual([...none, null, "erased", "erased"]);
});

test("a merged contact takes nothing but undoing the merge", () => {
  const merged = contact("archived", { mergedInto: "survivor" });
  const answers = [
    refuseUpdating(owner, merged),
    refuseArchiving(hr, merged),
    refuseRestoring(merged),
    refuseMerging(merged),
  ];
  expect(answers).toEqual(["merged", "merged", "merged", "merged"]);
});

test("under restriction the HR system alone may set aside, and no reason tells the status", () => {
  const all = <Answer>(answer: Answer) => CONTACT_STATUSES.map(() => answer);
  const answers = (refuse: (state: ReturnType<typeof contact>) => string | null) =>
    CONTACT_STATUSES.map((status) => refuse(contact(status, { restrictedAt: new Date(), mergedInto: "survivor" })));
  expect(answers((state) => refuseArchiving(hr, state))).toEqual(all(null));
  for (const refuse of [refuseArchiving, refuseUpdating])
    expect(answers((state) => refuse(owner, state))).toEqual(all("restricted"));
  for (const refuse of [refuseRestoring, refuseMerging, refuseInviting, refuseRestricted])
    expect(answers(refuse)).toEqual(all("restricted"));
  expect(refuseUpdating(self, contact("verified", { restrictedAt: new Date() }))).toBeNull();
});
