import { afterAll, beforeAll, expect, test } from "vitest";
import { anonymous, type Viewer } from "@studio/kit/auth/viewer.js";
import { readEvents } from "@studio/kit/events/read.js";
import { parseGlobalId } from "@studio/kit/paging/global-id.js";
import { newAccount, runStudios, type Json, type RunningStudios } from "../../test/running-studios.js";

const CREATE = `mutation ($input: CreateStudioInput!) { createStudio(input: $input) {
  ... on CreateStudioPayload { studio { id slug } } } }`;
const BY_SLUG = `query ($slug: String!) { studioBySlug(slug: $slug) { status } }`;
const VERBS = ["publish", "pause", "resume", "archive"] as const;
type Verb = (typeof VERBS)[number];

const mutationOf = (verb: Verb) => {
  const name = verb.charAt(0).toUpperCase() + verb.slice(1);
  return `mutation ($input: ${name}StudioInput!) { done: ${verb}Studio(input: $input) { kind: __typename
    ... on ${name}StudioPayload { studio { status publishedAt version } }
    ... on StudioStateConflict { status path message } } }`;
};

let studios: RunningStudios;

beforeAll(async () => {
  studios = await runStudios();
});

afterAll(() => studios.stop());

const move = (viewer: Viewer, verb: Verb, id: string) => studios.ask(viewer, mutationOf(verb), { input: { id } });

let counter = 0;
async function newStudio(owner: Viewer): Promise<{ id: string; slug: string }> {
  const input = { name: "Team", slug: `life-${(counter += 1)}`, access: "PUBLIC", consentText: "Yes." };
  return (await studios.ask(owner, CREATE, { input })).data.createStudio.studio;
}

test("each step of a studio's life is shown, audited and announced; its page says that it is paused, then is gone", async () => {
  const account = newAccount();
  const owner = account.member("owner");
  const { id, slug } = await newStudio(owner);
  const page = async () => (await studios.ask(anonymous, BY_SLUG, { slug })).data.studioBySlug?.status ?? null;
  const seen: [string, string | null][] = [];
  for (const verb of ["publish", "pause", "resume", "pause", "archive"] as const) {
    const { data } = await move(account.member("admin"), verb, id);
    seen.push([data.done.studio.status, await page()]);
  }
  expect(seen).toEqual([
    ["PUBLISHED", "PUBLISHED"],
    ["PAUSED", "PAUSED"],
    ["PUBLISHED", "PUBLISHED"],
    ["PAUSED", "PAUSED"],
    ["ARCHIVED", null],
  ]);
  const told = ["studio.published", "studio.paused", "studio.resumed", "studio.paused", "studio.archived"];
  const { accountId } = account;
  const audits =
    await studios.admin`select action from compliance.audit_event where account_id = ${accountId} order by position`;
  expect(audits.map(({ action }) => action)).toEqual(["studio.created", ...told]);
  const range = { after: { position: 0, day: "1970-01-01" }, types: [...new Set(told)], limit: 9 };
  const events = await studios.openAs("media").inAccount(accountId, (tx) => readEvents(tx, accountId, range));
  expect(events.map(({ type, ids }) => [type, ids])).toEqual(
    told.map((type) => [type, { studioId: parseGlobalId(id)!.id }]),
  );
});

test("a step that a studio cannot take changes nothing and says what it can do; of ten at once, one is taken", async () => {
  const owner = newAccount().member("owner");
  const { id } = await newStudio(owner);
  const early = await move(owner, "pause", id);
  expect(early.data.done).toEqual({
    kind: "StudioStateConflict",
    status: "DRAFT",
    path: ["input", "id"],
    message: "The studio cannot do this now. It is a draft: it can be published.",
  });
  const publishedAt = (await move(owner, "publish", id)).data.done.studio.publishedAt;
  const kinds = (await Promise.all(Array.from({ length: 10 }, () => move(owner, "pause", id)))).map(
    ({ data }) => data.done.kind,
  );
  expect(kinds.filter((kind) => kind === "PauseStudioPayload")).toHaveLength(1);
  expect((await move(owner, "resume", id)).data.done.studio).toEqual({ status: "PUBLISHED", publishedAt, version: 4 });
});

test("only the owner and admins take these steps, and only with their own account's studios", async () => {
  const account = newAccount();
  const { id } = await newStudio(account.member("owner"));
  const answers: Json[] = [];
  for (const verb of VERBS) {
    for (const viewer of [
      account.member("coordinator"),
      account.client(["studios:read"]),
      newAccount().member("owner"),
    ])
      answers.push((await move(viewer, verb, id)).codes);
  }
  expect(answers).toEqual(VERBS.flatMap(() => [["FORBIDDEN"], ["FORBIDDEN"], ["NOT_FOUND"]]));
});
