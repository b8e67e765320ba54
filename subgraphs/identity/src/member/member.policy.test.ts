import "reflect-metadata";
import { describe, expect, test } from "vitest";
import type { MemberRole } from "@studio/kit/auth/viewer.js";
import { LastOwner, RoleOutOfReach, WrongMemberStatus } from "./member.errors.js";
import { judgeStanding, mayManage, type Standing } from "./member.policy.js";

const ROLES: MemberRole[] = ["owner", "admin", "coordinator", "privacy_officer"];

test("an owner manages everybody, an admin admins and coordinators, others nobody", () => {
  const managed = Object.fromEntries(ROLES.map((actor) => [actor, ROLES.filter((role) => mayManage(actor, role))]));
  expect(managed).toEqual({ owner: ROLES, admin: ["admin", "coordinator"], coordinator: [], privacy_officer: [] });
});

describe("a change of standing", () => {
  const owner: Standing = { role: "owner", status: "active" };
  const judge = (before: Standing, after: Standing, activeOwners: number, actor: MemberRole = "owner") =>
    judgeStanding({ actor, before, after, from: ["active", "suspended"], activeOwners });

  test.each([
    ["demoted", { role: "admin", status: "active" }],
    ["suspended", { role: "owner", status: "suspended" }],
    ["removed", { role: "owner", status: "removed" }],
  ] as const)("leaves the last active owner from being %s", (_what, after) => {
    expect(judge(owner, after, 1)).toBeInstanceOf(LastOwner);
    expect(judge(owner, after, 2)).toBeNull();
  });

  test("does not count an owner who is not active as the last", () => {
    expect(judge({ role: "owner", status: "suspended" }, { role: "admin", status: "suspended" }, 1)).toBeNull();
  });

  test("is refused for a status in which it makes no sense", () => {
    expect(judge({ role: "admin", status: "removed" }, { role: "admin", status: "active" }, 1)).toMatchObject({
      status: "removed",
    });
    expect(judge({ role: "admin", status: "invited" }, { role: "admin", status: "active" }, 1)).toBeInstanceOf(
      WrongMemberStatus,
    );
  });

  test("is out of an admin's reach where an owner or a privacy officer is, or would be", () => {
    const admin: Standing = { role: "admin", status: "active" };
    for (const role of ["owner", "privacy_officer"] as const) {
      const raised = judge(admin, { role, status: "active" }, 1, "admin");
      expect(raised).toMatchObject({ path: ["input", "role"] });
      const touched = judge({ role, status: "active" }, admin, 2, "admin");
      expect(touched).toBeInstanceOf(RoleOutOfReach);
    }
  });
});
