import { buildSchema, graphql } from "graphql";
import { expect, test } from "vitest";
import { forbidden } from "../error/codes.js";
import type { MemberRole, MemberViewer } from "../auth/viewer.js";
import { guardSchema } from "./guard-schema.js";
import { rule } from "./rule.js";

const member = (role: MemberRole): MemberViewer => ({
  kind: "member",
  accountId: "a",
  memberId: "m",
  role,
  groupIds: [],
});

test("in a preview a rule must let both the role and whoever looks as it", async () => {
  const only = (...roles: MemberRole[]) =>
    rule(`only_${roles.join("_")}`, (_parent, _args, { viewer }) => {
      return (viewer.kind === "member" && roles.includes(viewer.role)) || forbidden("field", "not for you");
    });
  const schema = guardSchema(
    buildSchema("type Query { theirs: Int mine: Int ours: Int _entities: Int _service: Int }"),
    {
      Query: { theirs: only("privacy_officer"), mine: only("owner"), ours: only("owner", "privacy_officer") },
    },
  );
  const preview = { by: member("owner"), until: "" };
  const ask = async (viewer: MemberViewer) => {
    const rootValue = { theirs: 1, mine: 2, ours: 3 };
    const contextValue = { viewer, requestId: "r" };
    return (await graphql({ schema, source: "{ theirs mine ours }", rootValue, contextValue })).data;
  };
  expect(await ask(member("privacy_officer"))).toEqual({ theirs: 1, mine: null, ours: 3 });
  expect(await ask({ ...member("privacy_officer"), preview })).toEqual({ theirs: null, mine: null, ours: 3 });
});

test("a rule that could not be asked refuses for that reason, and opens nothing", async () => {
  const away = rule("away", () => {
    throw new TypeError("the database is away");
  });
  const schema = guardSchema(buildSchema("type Query { secret: Int _entities: Int _service: Int }"), {
    Query: { secret: away },
  });
  const contextValue = { viewer: member("owner"), requestId: "r" };
  const { data, errors } = await graphql({ schema, source: "{ secret }", rootValue: { secret: 1 }, contextValue });
  expect(data).toEqual({ secret: null });
  expect(errors?.[0]?.originalError).toMatchObject({ name: "TypeError" });
});
