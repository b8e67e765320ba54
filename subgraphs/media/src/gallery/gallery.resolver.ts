import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { signedInMember } from "@studio/kit/auth/signed-in.js";
import { ForwardPageArgs, type Page } from "@studio/kit/paging/connection.js";
import type { MediaContext } from "../context.js";
import { createGallery } from "./create-gallery.js";
import { CreateGalleryInput, LockGalleryInput } from "./gallery.input.js";
import { CreateGalleryResult, LockGalleryResult } from "./gallery.result.js";
import { Gallery, GalleryConnection } from "./gallery.type.js";
import { listGalleries, loadGallery } from "./list-galleries.js";
import { lockGallery } from "./lock-gallery.js";

/** Galleries, as those who run the account see them. */
@Resolver(() => Gallery)
export class GalleryResolver {
  @Query(() => Gallery, { nullable: true, description: "A gallery by its id." })
  gallery(
    @Arg("id", () => ID, { description: "The gallery's id." }) id: string,
    @Ctx() context: MediaContext,
  ): Promise<Gallery> {
    return loadGallery(context, signedInMember(context).accountId, id);
  }

  @Query(() => GalleryConnection, { nullable: true, description: "The account's galleries, the newest first." })
  galleries(@Args(() => ForwardPageArgs) args: ForwardPageArgs, @Ctx() context: MediaContext): Promise<Page<Gallery>> {
    return listGalleries(context, signedInMember(context).accountId, args);
  }

  @Mutation(() => CreateGalleryResult, { description: "Opens a gallery, and shows its link this once." })
  createGallery(
    @Arg("input", () => CreateGalleryInput, { description: "The gallery." }) input: CreateGalleryInput,
    @Ctx() context: MediaContext,
  ): Promise<typeof CreateGalleryResult> {
    return createGallery(context, signedInMember(context), input);
  }

  @Mutation(() => LockGalleryResult, { description: "Closes a gallery at once and for good." })
  lockGallery(
    @Arg("input", () => LockGalleryInput, { description: "Which one." }) input: LockGalleryInput,
    @Ctx() context: MediaContext,
  ): Promise<typeof LockGalleryResult> {
    return lockGallery(context, signedInMember(context), input);
  }
}
