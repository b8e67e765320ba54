import "reflect-metadata";
import { expect, test } from "vitest";
import { isMemberDomain, policiesInForce } from "./account.policy.js";
import { changeSettings, changedSettings, type Settings } from "./settings.policy.js";

const NOW: Settings = { name: "Northwind", defaultLocale: "en", policies: {} };

const pathOf = (outcome: unknown) => (outcome as { path?: string[] }).path?.slice(1).join(".");

test("what is left out stays, what is said is kept, and the rest follows the platform", () => {
  const after = changeSettings(NOW, {
    version: 1,
    policies: { memberEmailDomains: [" Example.COM", "bücher.example"] },
  });
  expect(after).toEqual({ ...NOW, policies: { memberEmailDomains: ["example.com", "xn--bcher-kva.example"] } });
  expect(changedSettings(NOW, after as Settings)).toEqual(["policies.memberEmailDomains"]);
  expect(policiesInForce((after as Settings).policies)).toMatchObject({ supportAccess: true, memberInvitationDays: 7 });
});

test.each([
  [{ name: "  " }, "name"],
  [{ name: "x".repeat(201) }, "name"],
  [{ name: "a\u202Eb" }, "name"],
  [{ policies: { memberInvitationDays: 0 } }, "policies.memberInvitationDays"],
  [{ policies: { memberInvitationDays: 31 } }, "policies.memberInvitationDays"],
  [{ policies: { memberEmailDomains: ["example.com", "a b"] } }, "policies.memberEmailDomains.1"],
  [{ policies: { memberEmailDomains: ["user@example.com"] } }, "policies.memberEmailDomains.0"],
  [
    { policies: { memberEmailDomains: Array.from({ length: 51 }, (_, n) => `d${n}.example`) } },
    "policies.memberEmailDomains",
  ],
])("says what is out of bounds: %o", (input, path) => {
  expect(pathOf(changeSettings(NOW, { version: 1, ...input }))).toBe(path);
});

test("a member's domain is compared whole", () => {
  const policies = policiesInForce({ memberEmailDomains: ["example.com"] });
  expect(
    ["a@example.com", "a@sub.example.com", "a@notexample.com"].map((key) => isMemberDomain(policies, key)),
  ).toEqual([true, false, false]);
  expect(isMemberDomain(policiesInForce({}), "a@anywhere.example")).toBe(true);
});
