import type { MemberViewer } from "@studio/kit/auth/viewer.js";
import { changeState } from "@studio/kit/db/change.js";
import { notFound } from "@studio/kit/error/codes.js";
import { newId } from "@studio/kit/id.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import { changeScope, type MediaContext } from "../context.js";
import { countOfStudio } from "../submission/submission.repository.js";
import type { CreateCollectionInput } from "./collection.input.js";
import { MAX_COLLECTED } from "./collection.policy.js";
import { insertCollection } from "./collection.repository.js";
import { CreateCollectionPayload, InvalidCollection } from "./collection.result.js";
import type { CollectionRow } from "./collection.table.js";
import { Collection } from "./collection.type.js";

const CONTROL = /[\p{Cc}\p{Cs}]/u;

/** Groups a studio's media, all of it or a selection. @throws NOT_FOUND for another account's studio */
export async function createCollection(
  context: MediaContext,
  { accountId }: MemberViewer,
  { studioId, name: given, submissionIds }: CreateCollectionInput,
): Promise<CreateCollectionPayload | InvalidCollection> {
  const studio = await context.loaders.publishedStudio.load(fromGlobalId("Studio", studioId));
  if (!studio) throw notFound("studio");
  const name = given.trim();
  if (name.length < 1 || name.length > 100 || CONTROL.test(name)) return InvalidCollection.at("name");
  const ids = [...new Set(submissionIds?.map((id) => fromGlobalId("Submission", id)))];
  const wholeStudio = submissionIds == null;
  if (!wholeStudio && (ids.length < 1 || ids.length > MAX_COLLECTED)) return InvalidCollection.at("submissionIds");
  const scope = changeScope(context, accountId);
  const kept = { state: "kept", removesAt: null, createdAt: scope.clock.now() } as const;
  const row: CollectionRow = { accountId, id: newId(), studioId: studio.id, name, wholeStudio, ...kept };
  return changeState<CreateCollectionPayload | InvalidCollection>(scope, async (change) => {
    if ((await countOfStudio(change.tx, row, ids)) !== ids.length)
      return change.abandon(InvalidCollection.at("submissionIds"));
    await insertCollection(change.tx, row, ids);
    change.audit({ action: "collection.created", subjectType: "Collection", subjectId: row.id });
    return Object.assign(new CreateCollectionPayload(), { collection: new Collection(row) });
  });
}
