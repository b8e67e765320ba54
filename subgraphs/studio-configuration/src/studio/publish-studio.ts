import type { MemberViewer } from "@studio/kit/auth/viewer.js";
import { changeState } from "@studio/kit/db/change.js";
import { notFound } from "@studio/kit/error/codes.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import { changeScope, type StudioConfigurationContext } from "../context.js";
import type { StudioNotDraft } from "./studio.errors.js";
import type { PublishStudioInput } from "./studio.input.js";
import { checkPublishable } from "./studio.policy.js";
import { findForChange, update, type StudioRow } from "./studio.repository.js";

/**
 * Opens a draft to its people.
 * @throws NOT_FOUND if the account has no such studio
 */
export async function publishStudio(
  context: StudioConfigurationContext,
  { accountId }: MemberViewer,
  input: PublishStudioInput,
): Promise<StudioRow | StudioNotDraft> {
  const id = fromGlobalId("Studio", input.id);
  return changeState<StudioRow | StudioNotDraft>(changeScope(context, accountId), async (change) => {
    const draft = await findForChange(change.tx, accountId, id);
    if (draft === null) throw notFound("studio");
    const refusal = checkPublishable(draft.status);
    if (refusal) return change.abandon(refusal);
    const published = await update(change.tx, draft, { status: "published", publishedAt: context.clock.now() });
    change.audit({ action: "studio.published", subjectType: "Studio", subjectId: id, fields: ["status"] });
    change.emit({ type: "studio.published", ids: { studioId: id } });
    return published;
  });
}
