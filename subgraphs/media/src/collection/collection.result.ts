import { createUnionType, Field, ObjectType } from "type-graphql";
import { UserError, UserErrorType } from "@studio/kit/error/user-error.js";
import { Collection, CollectionRemovalPreview } from "./collection.type.js";
import type { CollectionState } from "./collection.values.js";

@UserErrorType("The collection cannot be made like this.")
export class InvalidCollection extends UserError {
  static at(field: "name" | "submissionIds"): InvalidCollection {
    const message =
      field === "name"
        ? "A collection's name has 1 to 100 characters on one line."
        : "Name 1 to 10,000 submissions of the studio, or leave them out for all of it.";
    return Object.assign(new InvalidCollection(), { path: ["input", field], message });
  }
}

@UserErrorType("The collection's state does not allow this.")
export class CollectionStateConflict extends UserError {
  static at(state: CollectionState): CollectionStateConflict {
    const messages = {
      kept: "This collection is not being removed.",
      removing: "This collection is being removed already.",
      removed: "This collection is gone.",
    } as const satisfies Record<CollectionState, string>;
    return Object.assign(new CollectionStateConflict(), { path: ["input", "id"], message: messages[state] });
  }
}

@UserErrorType("What would go is not what was confirmed any more.")
export class RemovalSetChanged extends UserError {
  @Field(() => CollectionRemovalPreview, { description: "What would go now." })
  preview: CollectionRemovalPreview;

  static to(preview: CollectionRemovalPreview): RemovalSetChanged {
    const message = "The collection has changed since you looked. Look at what would go now, and confirm that.";
    return Object.assign(new RemovalSetChanged(), { path: ["input", "token"], message, preview });
  }
}

@ObjectType({ simpleResolvers: true, description: "The collection is made." })
export class CreateCollectionPayload {
  @Field(() => Collection, { description: "The collection." })
  collection: Collection;
}

@ObjectType({ simpleResolvers: true, description: "The removal is confirmed; it can be called off until `removesAt`." })
export class RemoveCollectionPayload {
  @Field(() => Collection, { description: "The collection as it is now." })
  collection: Collection;
}

@ObjectType({ simpleResolvers: true, description: "The collection is kept." })
export class CancelCollectionRemovalPayload {
  @Field(() => Collection, { description: "The collection as it is now." })
  collection: Collection;
}

export const CreateCollectionResult = createUnionType({
  name: "CreateCollectionResult",
  description: "The collection, or what is wrong with it.",
  types: () => [CreateCollectionPayload, InvalidCollection] as const,
});

export const RemoveCollectionResult = createUnionType({
  name: "RemoveCollectionResult",
  description: "The collection, or why it is not removed.",
  types: () => [RemoveCollectionPayload, CollectionStateConflict, RemovalSetChanged] as const,
});

export const CancelCollectionRemovalResult = createUnionType({
  name: "CancelCollectionRemovalResult",
  description: "The collection, or why nothing was called off.",
  types: () => [CancelCollectionRemovalPayload, CollectionStateConflict] as const,
});
