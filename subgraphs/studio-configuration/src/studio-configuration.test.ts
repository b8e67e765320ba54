import { afterAll, beforeAll, expect, test } from "vitest";
import { anonymous, type Viewer } from "@studio/kit/auth/viewer.js";
import { readEvents } from "@studio/kit/events/read.js";
import { newId } from "@studio/kit/id.js";
import { parseGlobalId, toGlobalId } from "@studio/kit/paging/global-id.js";
import { newAccount, runStudios, type Json, type RunningStudios } from "../test/running-studios.js";

const PUBLIC_FIELDS = "id name slug status access welcomeText consentText consentTextVersion backdrop opensAt closesAt";
const SETTINGS =
  "recipe { width height fit format quality backdrop } reviewMode coordinatorsSeeOriginals coordinatorsReview capacity submissionsPerContact createdAt publishedAt version";
const CREATE = `mutation ($input: CreateStudioInput!) { createStudio(input: $input) { kind: __typename
  ... on CreateStudioPayload { studio { ${PUBLIC_FIELDS} ${SETTINGS} } }
  ... on InvalidStudio { path problems { kind: __typename ... on UserError { message path } } } } }`;
const PUBLISH = `mutation ($id: ID!) { publishStudio(input: { id: $id }) { kind: __typename
  ... on PublishStudioPayload { studio { status publishedAt version } } ... on StudioStateConflict { message path status } } }`;
const BY_SLUG = `query ($slug: String!) { studioBySlug(slug: $slug) { ${PUBLIC_FIELDS} } }`;
const BY_ID = `query ($id: ID!) { studio(id: $id) { id status } }`;
const REFERENCE = "query ($of: [_Any!]!) { entities: _entities(representations: $of) { ... on Studio { id } } }";

let studios: RunningStudios;

beforeAll(async () => {
  studios = await runStudios();
});

afterAll(() => studios.stop());

let counter = 0;
const newSlug = () => `studio-${(counter += 1)}`;

const create = (viewer: Viewer, input: Record<string, unknown> = {}) =>
  studios.ask(viewer, CREATE, {
    input: { name: "Team", slug: newSlug(), access: "PUBLIC", consentText: "Yes.", ...input },
  });

async function newStudio(owner: Viewer, input: Record<string, unknown> = {}): Promise<{ id: string; slug: string }> {
  return (await create(owner, input)).data.createStudio.studio;
}

const publish = (viewer: Viewer, id: string) => studios.ask(viewer, PUBLISH, { id });
const bySlug = (viewer: Viewer, slug: string) => studios.ask(viewer, BY_SLUG, { slug });
const countBy = (names: string[]) =>
  Object.fromEntries([...Map.groupBy(names, (name) => name)].map(([name, all]) => [name, all.length]));
const NOT_FOUND = { data: { studioBySlug: null }, codes: ["NOT_FOUND"] };

async function audits(accountId: string): Promise<string[]> {
  const rows =
    await studios.admin`select action from compliance.audit_event where account_id = ${accountId} order by position`;
  return rows.map((row) => row["action"] as string);
}

test("a studio is a draft, then published, then found by its link; each step is audited and announced", async () => {
  const account = newAccount();
  const owner = account.member("owner");
  const limits = { capacity: 40, submissionsPerContact: 1, closesAt: "2030-01-01T00:00:00.000Z" };
  const made = await create(owner, { welcomeText: "Hello", recipe: { backdrop: "#1EA0FF" }, limits });
  const { studio } = made.data.createStudio;
  expect(studio).toMatchObject({ status: "DRAFT", backdrop: "#1ea0ff", reviewMode: "AUTOMATIC", publishedAt: null });
  expect(studio).toMatchObject({ ...limits, opensAt: null, coordinatorsReview: false });
  expect(studio).toMatchObject({ version: 1, consentTextVersion: 1, coordinatorsSeeOriginals: false });
  const recipe = { width: 1024, height: 1280, fit: "CROP", format: "JPEG", quality: 90, backdrop: "#1ea0ff" };
  expect(studio.recipe).toEqual(recipe);
  expect(await bySlug(anonymous, studio.slug)).toEqual(NOT_FOUND);
  const published = await publish(account.member("admin"), studio.id);
  expect(published.data.publishStudio.studio).toMatchObject({ status: "PUBLISHED", version: 2 });
  const found = await bySlug(anonymous, studio.slug);
  expect(found.data.studioBySlug).toMatchObject({
    id: studio.id,
    name: "Team",
    welcomeText: "Hello",
    status: "PUBLISHED",
  });
  expect(await audits(account.accountId)).toEqual(["studio.created", "studio.published"]);
  const range = { after: { position: 0, day: "1970-01-01" }, types: ["studio.published"], limit: 9 };
  const events = await studios
    .openAs("media")
    .inAccount(account.accountId, (tx) => readEvents(tx, account.accountId, range));
  expect(events.map(({ ids }) => ids)).toEqual([{ studioId: parseGlobalId(studio.id)?.id }]);
});

test("tells everything that is wrong with a new studio, a taken slug included, and keeps nothing of it", async () => {
  const taken = await newStudio(newAccount().member("owner"));
  const account = newAccount();
  const answer = await create(account.member("admin"), { name: "", slug: taken.slug, recipe: { width: 1 } });
  expect(answer.data.createStudio.problems.map(({ kind, path }: Json) => [kind, path.join(".")])).toEqual([
    ["InvalidStudioName", "input.name"],
    ["SlugTaken", "input.slug"],
    ["InvalidRecipe", "input.recipe.width"],
  ]);
  const freeSlug = newSlug();
  await create(account.member("admin"), { name: "", slug: freeSlug });
  expect(await audits(account.accountId)).toEqual([]);
  expect((await newStudio(newAccount().member("owner"), { slug: freeSlug })).slug).toBe(freeSlug);
});

test("of twenty who want a slug at once, one gets it", async () => {
  const slug = newSlug();
  const answers = await Promise.all(Array.from({ length: 20 }, () => create(newAccount().member("owner"), { slug })));
  const kinds = answers.map(({ data }) => data.createStudio.problems?.[0].kind ?? "made");
  expect(countBy(kinds)).toEqual({ SlugTaken: 19, made: 1 });
});

test("publishes a draft once, also when asked ten times at once", async () => {
  const account = newAccount();
  const owner = account.member("owner");
  const { id } = await newStudio(owner);
  const answers = await Promise.all(Array.from({ length: 10 }, () => publish(owner, id)));
  const kinds = answers.map(({ data }) => data.publishStudio.kind);
  expect(countBy(kinds)).toEqual({ PublishStudioPayload: 1, StudioStateConflict: 9 });
  expect((await publish(owner, id)).data.publishStudio).toMatchObject({ status: "PUBLISHED", path: ["input", "id"] });
  expect(await audits(account.accountId)).toEqual(["studio.created", "studio.published"]);
});

test("only the owner and admins set studios up, and only their own account's", async () => {
  const account = newAccount();
  const { id } = await newStudio(account.member("owner"));
  const studioId = parseGlobalId(id)!.id;
  const outsiders: Viewer[] = [
    account.member("coordinator"),
    account.member("privacy_officer"),
    account.contactOf(studioId),
    account.client(["studios:read"]),
  ];
  for (const viewer of outsiders) {
    expect((await publish(viewer, id)).codes).toEqual(["FORBIDDEN"]);
    expect((await create(viewer)).codes).toEqual(["FORBIDDEN"]);
  }
  expect((await create(anonymous)).codes).toEqual(["UNAUTHENTICATED"]);
  const stranger = newAccount().member("owner");
  for (const wrong of [id, toGlobalId("Studio", newId()), toGlobalId("Contact", studioId), "nonsense"]) {
    expect((await publish(stranger, wrong)).codes).toEqual(["NOT_FOUND"]);
  }
});

test("a link leads to a private or unpublished studio only those who have it anyway", async () => {
  const account = newAccount();
  const owner = account.member("owner");
  const draft = await newStudio(owner);
  const closed = await newStudio(owner, { access: "PRIVATE" });
  await publish(owner, closed.id);
  for (const { id, slug } of [draft, closed]) {
    const others: Viewer[] = [anonymous, newAccount().member("owner"), account.client([]), account.contactOf(newId())];
    for (const viewer of others) expect(await bySlug(viewer, slug)).toEqual(NOT_FOUND);
    for (const viewer of [owner, account.contactOf(parseGlobalId(id)!.id)])
      expect((await bySlug(viewer, slug)).codes).toEqual([]);
  }
  for (const slug of ["no-such-studio", "", "'; drop table studio", "\u0000"])
    expect(await bySlug(anonymous, slug)).toEqual(NOT_FOUND);
});

test("settings are for those who run the studio, not for those who may open its page", async () => {
  const account = newAccount();
  const owner = account.member("owner");
  const { id, slug } = await newStudio(owner);
  await publish(owner, id);
  const query = `{ studioBySlug(slug: "${slug}") { name ${SETTINGS} } }`;
  const hidden = {
    recipe: null,
    reviewMode: null,
    coordinatorsSeeOriginals: null,
    coordinatorsReview: null,
    capacity: null,
    submissionsPerContact: null,
    createdAt: null,
    publishedAt: null,
    version: null,
  };
  for (const viewer of [anonymous, account.contactOf(parseGlobalId(id)!.id), newAccount().member("owner")]) {
    const { data, codes } = await studios.ask(viewer, query);
    expect(data.studioBySlug).toEqual({ name: "Team", ...hidden });
    expect(codes).toEqual(Array.from({ length: Object.keys(hidden).length }, () => "FORBIDDEN"));
  }
  expect((await studios.ask(account.member("coordinator"), query)).codes).toEqual([]);
});

test("a studio out of reach does not exist, by id and by reference", async () => {
  const account = newAccount();
  const { id } = await newStudio(account.member("owner"));
  const see = async (viewer: Viewer) => ({
    root: (await studios.ask(viewer, BY_ID, { id })).codes,
    entity: (await studios.ask(viewer, REFERENCE, { of: [{ __typename: "Studio", id }] })).data.entities[0],
  });
  expect(await see(account.contactOf(parseGlobalId(id)!.id))).toEqual({ root: [], entity: { id } });
  expect(await see(account.client(["studios:read"]))).toEqual({ root: [], entity: { id } });
  expect(await see(account.contactOf(newId()))).toEqual({ root: ["NOT_FOUND"], entity: null });
  expect(await see(newAccount().member("owner"))).toEqual({ root: ["NOT_FOUND"], entity: null });
  expect(await see(account.client(["contacts:read"]))).toEqual({ root: ["FORBIDDEN"], entity: null });
  expect(await see(anonymous)).toEqual({ root: ["UNAUTHENTICATED"], entity: null });
});
