import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "@studio/kit/id.js";
import { ask } from "../test/contact-client.js";
import { member } from "../test/viewers.js";
import { openWorld, type World } from "../test/world.js";
import { seedSubmissions, type SeedSubmission } from "./seed.js";

let world: World;
beforeAll(async () => void (world = await openWorld({ workers: false })));
afterAll(() => world.close());

test("makes submissions whose pictures open, once", async () => {
  const accountId = newId();
  const studioId = await world.addStudio(accountId);
  const seeds: SeedSubmission[] = [];
  for (let number = 0; number < 8; number++) {
    const { contactId } = await world.addContact(accountId, studioId);
    const createdAt = new Date(1_700_000_000_000 + number * 60_000);
    seeds.push({ submissionId: newId(), photoId: newId(), contactId, studioId, status: "submitted", createdAt });
  }
  expect(await seedSubmissions(world.options, accountId, seeds)).toBe(8);
  expect(await seedSubmissions(world.options, accountId, seeds)).toBe(0);

  const owner = member(accountId, "owner");
  interface List {
    submissions: { edges: { node: { photo: { edited: { url: string; digest: string } } } }[] };
  }
  const { data } = await ask<List>(
    world.media,
    owner,
    `{ submissions { edges { node { photo { edited { url digest } } } } } }`,
  );
  const files = data!.submissions.edges.map(({ node }) => node.photo.edited);
  expect(files).toHaveLength(8);
  expect(new Set(files.map((file) => file.digest)).size).toBe(6);
  for (const { url } of files) {
    const response = await world.media.fetch(new Request(url));
    expect(response.status).toBe(200);
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(5_000);
  }
});
