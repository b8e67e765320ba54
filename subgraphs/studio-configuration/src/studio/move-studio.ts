import type { MemberViewer } from "@studio/kit/auth/viewer.js";
import { changeState } from "@studio/kit/db/change.js";
import { notFound } from "@studio/kit/error/codes.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import { changeScope, type StudioConfigurationContext } from "../context.js";
import { refuseStep, STUDIO_STEPS, type StudioVerb } from "./studio-life.policy.js";
import type { StudioStateConflict } from "./studio.errors.js";
import { findForChange, update, type StudioRow } from "./studio.repository.js";

/**
 * Takes a studio one step on in its life, audited and announced.
 * @param globalId - the studio's
 * @throws NOT_FOUND if the account has no such studio
 */
export async function moveStudio(
  context: StudioConfigurationContext,
  { accountId }: MemberViewer,
  verb: StudioVerb,
  globalId: string,
): Promise<StudioRow | StudioStateConflict> {
  const id = fromGlobalId("Studio", globalId);
  const { to, told } = STUDIO_STEPS[verb];
  return changeState<StudioRow | StudioStateConflict>(changeScope(context, accountId), async (change) => {
    const studio = await findForChange(change.tx, accountId, id);
    if (studio === null) throw notFound("studio");
    const refusal = refuseStep(verb, studio.status);
    if (refusal) return change.abandon(refusal);
    const publishedAt = studio.publishedAt ?? context.clock.now();
    const moved = await update(change.tx, studio, { status: to, publishedAt });
    change.audit({ action: told, subjectType: "Studio", subjectId: id, fields: ["status"] });
    change.emit({ type: told, ids: { studioId: id } });
    return moved;
  });
}
