import { Field, ID, ObjectType, createUnionType } from "type-graphql";
import {
  InvalidSavedView,
  SavedViewNameTaken,
  SavedViewNotYours,
  SavedViewOutdated,
  TooManySavedViews,
} from "./saved-view.errors.js";
import { SavedView } from "./saved-view.type.js";

@ObjectType({ description: "The view is so now.", simpleResolvers: true })
export class SavedViewPayload {
  @Field(() => SavedView, { description: "The view as it is now." })
  savedView: SavedView;
}

@ObjectType({ description: "The view is gone.", simpleResolvers: true })
export class DeleteSavedViewPayload {
  @Field(() => ID, { description: "The id that the view had." })
  deletedSavedViewId: string;
}

export const CreateSavedViewResult = createUnionType({
  name: "CreateSavedViewResult",
  description: "What came of saving a view.",
  types: () => [SavedViewPayload, InvalidSavedView, SavedViewNameTaken, TooManySavedViews] as const,
});

export const UpdateSavedViewResult = createUnionType({
  name: "UpdateSavedViewResult",
  description: "What came of changing a view.",
  types: () => [SavedViewPayload, InvalidSavedView, SavedViewNameTaken, SavedViewNotYours, SavedViewOutdated] as const,
});

export const DeleteSavedViewResult = createUnionType({
  name: "DeleteSavedViewResult",
  description: "What came of deleting a view.",
  types: () => [DeleteSavedViewPayload, SavedViewNotYours] as const,
});
