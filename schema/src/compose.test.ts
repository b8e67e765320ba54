import { expect, test } from "vitest";
import { CompositionFailed, composeGraph } from "./compose.js";

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';
const people = {
  name: "people",
  sdl: `${link} type Query { person(id: ID!): Person } type Person @key(fields: "id") { id: ID! name: String }`,
};
const photos = {
  name: "photos",
  sdl: `${link} type Query { photo: String } type Person @key(fields: "id") { id: ID! photo: String }`,
};

test("joins what two subgraphs say of one type", () => {
  const { api, supergraph } = composeGraph([people, photos]);
  expect(api).toContain("type Person {\n  id: ID!\n  name: String\n  photo: String\n}");
  expect(supergraph).toContain('PEOPLE @join__graph(name: "people"');
  expect(api).not.toContain("join__");
});

test("prints the same text whatever the order of the subgraphs", () => {
  expect(composeGraph([people, photos])).toEqual(composeGraph([photos, people]));
});

test("names the field and the subgraphs that disagree", () => {
  const clashing = { name: "photos", sdl: photos.sdl.replace("id: ID! photo: String", "id: ID! name: Int") };
  expect(() => composeGraph([people, clashing])).toThrow(CompositionFailed);
  expect(() => composeGraph([people, clashing])).toThrow(/INVALID_FIELD_SHARING: .*"Person\.name".*"people".*"photos"/);
});
