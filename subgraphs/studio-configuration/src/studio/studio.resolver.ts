import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { signedInMember } from "@studio/kit/auth/signed-in.js";
import { notFound } from "@studio/kit/error/codes.js";
import { ForwardPageArgs } from "@studio/kit/paging/connection.js";
import type { StudioConfigurationContext } from "../context.js";
import { createStudio } from "./create-studio.js";
import { findStudioBySlug } from "./find-studio-by-slug.js";
import { listStudios } from "./list-studios.js";
import { setGalleryCaption } from "./set-gallery-caption.js";
import { CaptionFieldNotPublic, InvalidStudio } from "./studio.errors.js";
import { CreateStudioInput, SetGalleryCaptionInput } from "./studio.input.js";
import { resolveStudio } from "./studio.reference.js";
import {
  CreateStudioPayload,
  CreateStudioResult,
  SetGalleryCaptionPayload,
  SetGalleryCaptionResult,
} from "./studio.result.js";
import { Studio, StudioConnection } from "./studio.type.js";
import { toStudio } from "./studio.view.js";

/** Studios: finding them and making them. */
@Resolver()
export class StudioResolver {
  @Query(() => Studio, { nullable: true, description: "A studio of the account; for a contact, their own." })
  async studio(
    @Arg("id", () => ID, { description: "The studio's global id." }) id: string,
    @Ctx() context: StudioConfigurationContext,
  ): Promise<Studio> {
    return found(await resolveStudio({ id }, context));
  }

  @Query(() => Studio, {
    nullable: true,
    description: "The studio behind a public link. Whoever is not signed in finds published, public studios only.",
  })
  async studioBySlug(
    @Arg("slug", () => String, { description: "What the link ends with." }) slug: string,
    @Ctx() context: StudioConfigurationContext,
  ): Promise<Studio> {
    return found(await findStudioBySlug(context, slug));
  }

  @Query(() => StudioConnection, { description: "The account's studios, newest first." })
  studios(@Args(() => ForwardPageArgs) page: ForwardPageArgs, @Ctx() context: StudioConfigurationContext) {
    return listStudios(context, page);
  }

  @Mutation(() => CreateStudioResult, { description: "Makes a studio as a draft: nobody can come in yet." })
  async createStudio(
    @Arg("input", () => CreateStudioInput, { description: "The new studio." }) input: CreateStudioInput,
    @Ctx() context: StudioConfigurationContext,
  ): Promise<typeof CreateStudioResult> {
    const made = await createStudio(context, signedInMember(context), input);
    return made instanceof InvalidStudio ? made : new CreateStudioPayload(toStudio(made));
  }

  @Mutation(() => SetGalleryCaptionResult, {
    description: "Says which custom field is shown under the pictures of a studio's galleries, or that none is.",
  })
  async setGalleryCaption(
    @Arg("input", () => SetGalleryCaptionInput, { description: "The studio and the field." })
    input: SetGalleryCaptionInput,
    @Ctx() context: StudioConfigurationContext,
  ): Promise<typeof SetGalleryCaptionResult> {
    const set = await setGalleryCaption(context, signedInMember(context), input);
    return set instanceof CaptionFieldNotPublic ? set : new SetGalleryCaptionPayload(toStudio(set));
  }
}

function found(studio: Studio | null): Studio {
  if (studio === null) throw notFound("studio");
  return studio;
}
