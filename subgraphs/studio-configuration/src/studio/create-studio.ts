import type { MemberViewer } from "@studio/kit/auth/viewer.js";
import { changeState } from "@studio/kit/db/change.js";
import { newId } from "@studio/kit/id.js";
import { changeScope, type StudioConfigurationContext } from "../context.js";
import { takeSlug } from "../directory/studio-directory.repository.js";
import { canonicalRecipe } from "./recipe.policy.js";
import { InvalidStudio } from "./studio.errors.js";
import type { CreateStudioInput } from "./studio.input.js";
import { checkStudio, isSlug } from "./studio.policy.js";
import { insert, type StudioRow } from "./studio.repository.js";

/** Makes a studio as a draft (P01), or says everything that is wrong with it at once. */
export function createStudio(
  context: StudioConfigurationContext,
  { accountId }: MemberViewer,
  input: CreateStudioInput,
): Promise<StudioRow | InvalidStudio> {
  return changeState<StudioRow | InvalidStudio>(changeScope(context, accountId), async (change) => {
    const draft = draftFrom(input, accountId, context.clock.now());
    const free =
      !isSlug(draft.slug) || (await takeSlug(change.tx, { slug: draft.slug, accountId, studioId: draft.id }));
    const problems = checkStudio(draft, !free);
    if (problems.length > 0) return change.abandon(new InvalidStudio(problems));
    await insert(change.tx, draft);
    change.audit({ action: "studio.created", subjectType: "Studio", subjectId: draft.id });
    return draft;
  });
}

function draftFrom(input: CreateStudioInput, accountId: string, now: Date): StudioRow {
  return {
    accountId,
    id: newId(),
    slug: input.slug,
    name: input.name.trim(),
    welcomeText: input.welcomeText.trim(),
    status: "draft",
    access: input.access,
    reviewMode: input.reviewMode,
    coordinatorsSeeOriginals: input.coordinatorsSeeOriginals,
    coordinatorsReview: input.coordinatorsReview,
    capacity: input.limits.capacity,
    submissionsPerContact: input.limits.submissionsPerContact,
    opensAt: input.limits.opensAt,
    closesAt: input.limits.closesAt,
    recipe: canonicalRecipe(input.recipe),
    captionFieldId: null,
    consentText: input.consentText.trim(),
    consentTextVersion: 1,
    createdAt: now,
    publishedAt: null,
    version: 1,
  };
}
