import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ContactViewer, Viewer } from "@studio/kit/auth/viewer.js";
import { newId } from "@studio/kit/id.js";
import { ask } from "../../test/contact-client.js";
import { client, member, studioGid } from "../../test/viewers.js";
import { openWorld, type World } from "../../test/world.js";
import { seedSubmissions } from "../seed.js";
import { MAX_RECIPES } from "./derivative-recipe.policy.js";

let world: World;
beforeAll(async () => void (world = await openWorld({ workers: true })));
afterAll(() => world.close());

const BADGE = { name: "badge", width: 64, height: 80, fit: "FACE", format: "WEBP", backdrop: "#FFFFFF", tone: "GREY" };

interface Recipe {
  id: string;
  name: string;
  format: string;
  tone: string;
}
interface Run {
  id: string;
  status: string;
  total: number;
  made: number;
  skipped: number;
  failed: number;
}
interface Answer {
  __typename: string;
  message?: string;
  path?: string[];
  recipe?: Recipe;
  run?: Run;
}

const RECIPE = "recipe { id name width height fit format quality backdrop tone }";
const RUN = "run { id status total made skipped failed }";

async function change(viewer: Viewer, field: string, input: object) {
  const type = `${field[0]!.toUpperCase()}${field.slice(1)}`;
  const payload = field.startsWith("apply") ? RUN : RECIPE;
  const { data, errors } = await ask<Record<string, Answer>>(
    world.media,
    viewer,
    `mutation ($input: ${type}Input!) { ${field}(input: $input) {
      __typename ... on ${type}Payload { ${payload} } ... on UserError { message path }
      ${field.startsWith("add") ? "" : `... on DerivativeRunInProgress { ${RUN} }`} } }`,
    { input },
  );
  return { answer: data?.[field] ?? null, code: errors?.[0]?.extensions.code };
}

const add = (viewer: Viewer, { studioId }: ContactViewer, changes: object = {}) =>
  change(viewer, "addDerivativeRecipe", { studioId: studioGid(studioId), ...BADGE, ...changes });

async function runOf(viewer: Viewer, id: string): Promise<Run> {
  const query = "query ($id: ID!) { derivativeRun(id: $id) { id status total made skipped failed } }";
  return (await ask<{ derivativeRun: Run }>(world.media, viewer, query, { id })).data!.derivativeRun;
}

/** A studio's contacts, each with a photo that is submitted. */
async function studioWith(count: number) {
  const first = await world.newcomer();
  const contacts = [first];
  while (contacts.length < count) contacts.push(await world.addContact(first.accountId, first.studioId));
  const seeds = contacts.map((contact) => {
    return { ...contact, photoId: newId(), submissionId: newId(), status: "submitted" as const, createdAt: new Date() };
  });
  await seedSubmissions(world.options, first.accountId, seeds);
  return { contacts, photoIds: seeds.map(({ photoId }) => photoId), owner: member(first.accountId, "owner") };
}

test("P09: a new recipe is made of every photo of its studio, once, while its progress is followed", async () => {
  const { contacts, photoIds, owner } = await studioWith(11);
  await world.sql`update identity.published_contact set restricted_at = now() where id = ${contacts[3]!.contactId}`;
  await world.sql`update media.photo set object_key = 'gone' where id = ${photoIds[5]!}`;
  const { answer } = await add(owner, contacts[0]!);
  expect(answer).toMatchObject({
    __typename: "AddDerivativeRecipePayload",
    recipe: { name: "badge", fit: "FACE", format: "WEBP", quality: 82, backdrop: "#ffffff", tone: "GREY" },
  });
  const applied = await change(owner, "applyDerivativeRecipe", { id: answer!.recipe!.id });
  const { id, ...begun } = applied.answer!.run!;
  expect(begun).toMatchObject({ status: "RUNNING", total: 11 });
  const again = await change(owner, "applyDerivativeRecipe", { id: answer!.recipe!.id });
  expect(again.answer).toMatchObject({ __typename: "DerivativeRunInProgress", run: { id } });
  const seen = new Set<number>();
  await expect
    .poll(
      async () => {
        const run = await runOf(owner, id);
        seen.add(run.made);
        return run;
      },
      { interval: 30 },
    )
    .toMatchObject({ status: "COMPLETE", made: 9, skipped: 1, failed: 1 });
  expect(seen.size).toBeGreaterThan(2);
  const made = await world.sql`select photo_id, digest, object_key from media.derivative
    where account_id = ${owner.accountId} and content_type = 'image/webp'`;
  expect(new Set(made.map((row) => row["photo_id"] as string)).size).toBe(9);
  expect(made).toHaveLength(9);
  const audit = await world.sql`select action from compliance.audit_log
    where account = ${owner.accountId} and action like 'derivative%'`;
  expect(audit.map((row) => row["action"] as string)).toEqual([
    "derivative_recipe.added",
    "derivative_recipe.applied",
    "derivative_recipe.applied",
    "derivative_run.completed",
  ]);
});

test("a recipe's headshot is what it says: size, format, greys", async () => {
  const { contacts, owner } = await studioWith(1);
  await add(owner, contacts[0]!, { format: "AVIF", name: "badge-avif" });
  interface Photos {
    submissions: { edges: { node: { photo: { derivatives: { url: string; recipe: Recipe }[] } } }[] };
  }
  const query = "{ submissions { edges { node { photo { derivatives { url recipe { name } } } } } } }";
  const { data } = await ask<Photos>(world.media, owner, query);
  const [derivative] = data!.submissions.edges[0]!.node.photo.derivatives;
  const response = await world.media.fetch(new Request(derivative!.url));
  const bytes = Buffer.from(await response.arrayBuffer());
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "image/avif"]);
  expect(await sharp(bytes).metadata()).toMatchObject({ width: 64, height: 80 });
  const { channels } = await sharp(bytes).stats();
  expect(Math.abs(channels[0]!.mean - channels.at(-1)!.mean)).toBeLessThan(1);
});

test("says what is wrong with a recipe, and where", async () => {
  const { contacts, owner } = await studioWith(1);
  for (const [changes, path, message] of [
    [{ name: "Badge!" }, ["input", "name"], "A name has"],
    [{ width: 8 }, ["input", "width"], "At least 16"],
    [{ quality: 101 }, ["input", "quality"], "Quality goes"],
    [{ backdrop: "white" }, ["input", "backdrop"], "A backdrop is a colour"],
    [{ format: "JPEG", backdrop: "transparent" }, ["input", "backdrop"], "A JPEG cannot be"],
  ] as const) {
    const said = { __typename: "InvalidDerivativeRecipe", path, message: expect.stringContaining(message) };
    expect((await add(owner, contacts[0]!, changes)).answer).toMatchObject(said);
  }
  await add(owner, contacts[0]!);
  for (const changes of [{}, { width: 99 }, { name: "twin" }]) {
    expect((await add(owner, contacts[0]!, changes)).answer!.__typename).toBe("DerivativeRecipeExists");
  }
});

test("a studio's list has an end, and what is removed makes room", async () => {
  const { contacts, owner } = await studioWith(1);
  const ids: string[] = [];
  for (let n = 0; n < MAX_RECIPES; n++) {
    ids.push((await add(owner, contacts[0]!, { name: `n${n}`, width: 100 + n })).answer!.recipe!.id);
  }
  const over = await add(owner, contacts[0]!, { name: "over", width: 99 });
  expect(over.answer!.__typename).toBe("TooManyDerivativeRecipes");
  const removed = await change(owner, "removeDerivativeRecipe", { id: ids[0]! });
  expect(removed.answer).toMatchObject({ __typename: "RemoveDerivativeRecipePayload", recipe: { name: "n0" } });
  expect((await add(owner, contacts[0]!, { name: "over", width: 99 })).answer!.recipe!.name).toBe("over");
});

test("of fifty recipes added at once to a list with three places, three are", async () => {
  const { contacts, owner } = await studioWith(1);
  const named = (name: string, n: number) => add(owner, contacts[0]!, { name: `${name}${n}`, width: 100 + n });
  for (let n = 3; n < MAX_RECIPES; n++) await named("n", n);
  const raced = await Promise.all(Array.from({ length: 50 }, (_, n) => named("racer", MAX_RECIPES + n)));
  const added = raced.filter(({ answer }) => answer!.__typename === "AddDerivativeRecipePayload");
  const refused = raced.filter(({ answer }) => answer!.__typename === "TooManyDerivativeRecipes");
  expect([added.length, refused.length]).toEqual([3, 47]);
  const listed = await world.sql`select from media.derivative_recipe where account_id = ${owner.accountId}`;
  expect(listed).toHaveLength(MAX_RECIPES);
});

test("recipes are set up by owner and admins, seen by members, and do not exist for other accounts", async () => {
  const { contacts, owner } = await studioWith(1);
  const { accountId } = owner;
  const { id } = (await add(owner, contacts[0]!)).answer!.recipe!;
  const stranger = member(newId(), "owner");
  const others = [member(accountId, "coordinator"), client(accountId, "integration", ["photos:read"]), contacts[0]!];
  for (const viewer of others) {
    expect((await add(viewer, contacts[0]!, { name: "x" })).code).toBe("FORBIDDEN");
    expect((await change(viewer, "applyDerivativeRecipe", { id })).code).toBe("FORBIDDEN");
  }
  expect((await add(stranger, contacts[0]!, { name: "x" })).code).toBe("NOT_FOUND");
  expect((await change(stranger, "applyDerivativeRecipe", { id })).code).toBe("NOT_FOUND");
  expect((await change(stranger, "removeDerivativeRecipe", { id })).code).toBe("NOT_FOUND");
  const list = async (viewer: Viewer) => {
    const query = "query ($of: ID!) { derivativeRecipes(studioId: $of) { name } }";
    const of = studioGid(contacts[0]!.studioId);
    const { data, errors } = await ask<{ derivativeRecipes: Recipe[] }>(world.media, viewer, query, { of });
    return data?.derivativeRecipes.map(({ name }) => name) ?? errors![0]!.extensions.code;
  };
  expect(await list(member(accountId, "coordinator"))).toEqual(["badge"]);
  expect(await list(stranger)).toEqual([]);
  expect(await list(contacts[0]!)).toBe("FORBIDDEN");
});
