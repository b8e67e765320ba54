import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { signedInMember } from "@studio/kit/auth/signed-in.js";
import { ForwardPageArgs, type Page } from "@studio/kit/paging/connection.js";
import type { MediaContext } from "../context.js";
import { cancelCollectionRemoval } from "./cancel-collection-removal.js";
import { CancelCollectionRemovalInput, CreateCollectionInput, RemoveCollectionInput } from "./collection.input.js";
import { CancelCollectionRemovalResult, CreateCollectionResult, RemoveCollectionResult } from "./collection.result.js";
import { Collection, CollectionConnection, CollectionRemovalPreview } from "./collection.type.js";
import { createCollection } from "./create-collection.js";
import { listCollections, loadCollection } from "./list-collections.js";
import { previewRemoval } from "./preview-removal.js";
import { removeCollection } from "./remove-collection.js";

/** A studio's media as collections, for those who run the account. */
@Resolver(() => Collection)
export class CollectionResolver {
  @Query(() => Collection, { nullable: true, description: "A collection by its id." })
  collection(
    @Arg("id", () => ID, { description: "The collection's id." }) id: string,
    @Ctx() context: MediaContext,
  ): Promise<Collection> {
    return loadCollection(context, signedInMember(context).accountId, id);
  }

  @Query(() => CollectionConnection, { nullable: true, description: "The account's collections, the newest first." })
  collections(
    @Args(() => ForwardPageArgs) args: ForwardPageArgs,
    @Ctx() context: MediaContext,
  ): Promise<Page<Collection>> {
    return listCollections(context, signedInMember(context).accountId, args);
  }

  @Query(() => CollectionRemovalPreview, { nullable: true, description: "What would go with a collection now." })
  collectionRemovalPreview(
    @Arg("id", () => ID, { description: "The collection's id." }) id: string,
    @Ctx() context: MediaContext,
  ): Promise<CollectionRemovalPreview> {
    return previewRemoval(context, signedInMember(context).accountId, id);
  }

  @Mutation(() => CreateCollectionResult, { description: "Groups a studio's media, all of it or a selection." })
  createCollection(
    @Arg("input", () => CreateCollectionInput, { description: "The collection." }) input: CreateCollectionInput,
    @Ctx() context: MediaContext,
  ): Promise<typeof CreateCollectionResult> {
    return createCollection(context, signedInMember(context), input);
  }

  @Mutation(() => RemoveCollectionResult, { description: "Has what was previewed removed, after seven days." })
  removeCollection(
    @Arg("input", () => RemoveCollectionInput, { description: "Which one." }) input: RemoveCollectionInput,
    @Ctx() context: MediaContext,
  ): Promise<typeof RemoveCollectionResult> {
    return removeCollection(context, signedInMember(context), input);
  }

  @Mutation(() => CancelCollectionRemovalResult, { description: "Keeps a collection after all." })
  cancelCollectionRemoval(
    @Arg("input", () => CancelCollectionRemovalInput, { description: "Which one." })
    input: CancelCollectionRemovalInput,
    @Ctx() context: MediaContext,
  ): Promise<typeof CancelCollectionRemovalResult> {
    return cancelCollectionRemoval(context, signedInMember(context), input);
  }
}
