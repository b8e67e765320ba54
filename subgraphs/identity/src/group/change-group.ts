import { changeState, type Change } from "@studio/kit/db/change.js";
import { notFound } from "@studio/kit/error/codes.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import { accountOf, changeScope, readAnew, type IdentityContext } from "../context.js";
import { lockGroup, type GroupRow } from "./manage-group.repository.js";

/**
 * Makes one change to a group, which is held meanwhile.
 * @throws NOT_FOUND for another account's group
 */
export async function changeGroup<Result>(
  context: IdentityContext,
  globalId: string,
  work: (change: Change<Result>, group: GroupRow) => Promise<Result>,
): Promise<Result> {
  const accountId = accountOf(context);
  const id = fromGlobalId("Group", globalId);
  const result = await changeState<Result>(changeScope(context, accountId), async (change) => {
    const group = await lockGroup(change.tx, accountId, id);
    if (!group) throw notFound("group");
    return work(change, group);
  });
  readAnew(context);
  return result;
}
