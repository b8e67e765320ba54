import { afterAll, beforeAll, expect, test } from "vitest";
import type { ContactViewer } from "@studio/kit/auth/viewer.js";
import { newId } from "@studio/kit/id.js";
import { parseGlobalId, toGlobalId } from "@studio/kit/paging/global-id.js";
import { ask } from "../../test/contact-client.js";
import { openEditing, type Editing } from "../../test/editing.js";
import { member } from "../../test/viewers.js";
import { seedSubmissions } from "../seed.js";
import { applyRecipe } from "./apply-recipe.js";

let editing: Editing;
beforeAll(async () => void (editing = await openEditing()));
afterAll(() => editing.close());

const BADGE = { width: 64, height: 64, fit: "face", format: "webp", quality: 80, backdrop: "#ffffff" } as const;

/** A contact with so many submissions, in the order of their photos' ids, and a recipe of their studio. */
async function studioOf(count: number) {
  const anna = await editing.world.newcomer();
  const { accountId, studioId, contactId } = anna;
  const photoIds = Array.from({ length: count }, newId).toSorted();
  const seeds = photoIds.map((photoId) => {
    return { photoId, submissionId: newId(), contactId, studioId, status: "submitted" as const, createdAt: new Date() };
  });
  await seedSubmissions(editing.world.options, accountId, seeds);
  return { anna, photoIds, recipeId: await editing.world.addRecipe(anna, "badge", BADGE) };
}

/** Applies a recipe or takes it from the list: the kind of answer, and the run's id. */
async function change(verb: "apply" | "remove", { accountId }: ContactViewer, recipeId: string) {
  const name = verb === "apply" ? "ApplyDerivativeRecipe" : "RemoveDerivativeRecipe";
  const begun = verb === "apply" ? "... on ApplyDerivativeRecipePayload { run { id } }" : "";
  const { data, errors } = await ask<{ done: { kind: string; run?: { id: string } } }>(
    editing.world.media,
    member(accountId, "owner"),
    `mutation ($input: ${name}Input!) { done: ${verb}DerivativeRecipe(input: $input) { kind: __typename
      ${begun} ... on DerivativeRunInProgress { run { id } } } }`,
    { input: { id: toGlobalId("DerivativeRecipe", recipeId) } },
  );
  return data?.done ?? { kind: errors![0]!.extensions.code };
}

const runsOf = ({ accountId }: ContactViewer) =>
  editing.world.sql`select status, made, failed from media.derivative_run where account_id = ${accountId}`;

test("a photo that was changed at rest is counted as failed, and the run goes on", async () => {
  const { anna, photoIds, recipeId } = await studioOf(2);
  const { run } = await change("apply", anna, recipeId);
  const [row] = await editing.world.sql`select object_key from media.photo where id = ${photoIds[0]!}`;
  await editing.objects.put(row!["object_key"] as string, Buffer.alloc(2_000, 2), { contentType: "image/png" });
  const services = { ...editing.services(), jobs: { enqueue: async () => {} } };
  await applyRecipe(services, { accountId: anna.accountId, runId: parseGlobalId(run!.id)!.id, requestId: newId() });
  expect(await runsOf(anna)).toEqual([{ status: "complete", made: 1, failed: 1 }]);
});

test("a recipe that is applied and taken off the list at once is one or the other", async () => {
  for (let round = 0; round < 8; round++) {
    const { anna, recipeId } = await studioOf(1);
    const verbs = ["apply", "remove", "apply"] as const;
    const [applied, removed, again] = await Promise.all(verbs.map((verb) => change(verb, anna, recipeId)));
    const applying = ["ApplyDerivativeRecipePayload", "DerivativeRunInProgress"];
    const outcome = [[applied!.kind, again!.kind].toSorted(), removed!.kind, (await runsOf(anna)).length];
    expect([
      [["NOT_FOUND", "NOT_FOUND"], "RemoveDerivativeRecipePayload", 0],
      [applying, "DerivativeRunInProgress", 1],
    ]).toContainEqual(outcome);
  }
});
