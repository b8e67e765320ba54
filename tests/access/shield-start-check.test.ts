import { buildSchema } from "graphql";
import { expect, test, vi } from "vitest";
import { assertEveryContactFieldHasRow, contactFieldRules } from "@studio/identity/access/contact-rules.js";
import { UnguardableSchema, guardSchema } from "@studio/kit/shield/guard-schema.js";
import { rule } from "@studio/kit/shield/rule.js";

const allow = rule("everybody", () => true);

const SCHEMA = `
  interface Node { id: ID! }
  union Found = Contact | Studio
  enum Colour { RED }
  input Filter { name: String }
  type Contact implements Node { id: ID! email: String }
  type Studio implements Node { id: ID! }
  type Query { node(id: ID!): Node found: Found _entities: Int _service: Int }
`;

test.each([
  ["an interface", { Node: { id: allow } }, /Node, which is not an object type/],
  ["a union", { Found: { __typename: allow } }, /Found, which is not an object type/],
  ["an enum", { Colour: { RED: allow } }, /Colour, which is not an object type/],
  ["an input", { Filter: { name: allow } }, /Filter, which is not an object type/],
  ["a type that does not exist", { Kontact: { id: allow } }, /Kontact, which is not an object type/],
  ["a field that does not exist", { Contact: { mail: allow } }, /Contact\.mail, which does not exist/],
  ["a root field that does not exist", { Query: { nodes: allow } }, /Query\.nodes, which does not exist/],
])("a rule on %s stops the start, since shield would ignore it", (_what, rules, message) => {
  const start = () => guardSchema(buildSchema(SCHEMA), rules);
  expect(start).toThrow(UnguardableSchema);
  expect(start).toThrow(message);
});

test("rules on the fields of object types do not stop the start", () => {
  expect(() => guardSchema(buildSchema(SCHEMA), { Contact: { email: allow }, Query: { node: allow } })).not.toThrow();
});

test("a field of Contact without a row in the access table stops the start", () => {
  expect(() =>
    assertEveryContactFieldHasRow(buildSchema("type Contact { id: ID! shoeSize: Int } type Query { x: Int }")),
  ).toThrow(/Without a row in the access table: Contact\.shoeSize/);
  expect(() => contactFieldRules(["shoeSize"], () => ({ contactId: "", groupIds: [], restricted: false }))).toThrow(
    UnguardableSchema,
  );
  expect(() => assertEveryContactFieldHasRow(buildSchema(SCHEMA))).not.toThrow();
});

test.each([
  ["identity", "phone", async () => (await import("@studio/identity/schema")).buildIdentitySchema()],
  ["media", "latestSubmission", async () => (await import("@studio/media/schema")).buildMediaSchema()],
  ["compliance", "consents", async () => (await import("@studio/compliance/schema")).buildComplianceSchema()],
])("%s does not start once the row of Contact.%s is taken out of the table", async (_name, field, build) => {
  vi.resetModules();
  await expect(build()).resolves.toBeDefined();
  vi.resetModules();
  vi.doMock("@studio/identity/access/access-table.js", async (original) => {
    const table = await original<{ CONTACT_FIELD_ROWS: Record<string, string> }>();
    const { [field]: _, ...rows } = table.CONTACT_FIELD_ROWS;
    return { ...table, CONTACT_FIELD_ROWS: rows };
  });
  await expect(build()).rejects.toThrow(`Contact.${field}`);
  vi.doUnmock("@studio/identity/access/access-table.js");
});
