import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { signedInContact } from "@studio/kit/auth/signed-in.js";
import type { MediaContext } from "../context.js";
import { createPhotoUpload } from "./create-photo-upload.js";
import { PhotoFile } from "./photo-file.type.js";
import { editedFile, originalFile } from "./photo-files.js";
import { CreatePhotoUploadInput } from "./photo-upload.input.js";
import { CreatePhotoUploadResult } from "./photo-upload.result.js";
import { openPhoto } from "./photo.reference.js";
import { Photo } from "./photo.type.js";

/** Photos: uploaded, looked at, followed. */
@Resolver(() => Photo)
export class PhotoResolver {
  @Query(() => Photo, { nullable: true, description: "A photo by its id. A contact follows their upload with it." })
  photo(
    @Arg("id", () => ID, { description: "The photo's id." }) id: string,
    @Ctx() context: MediaContext,
  ): Promise<Photo> {
    return openPhoto(id, context);
  }

  @Mutation(() => CreatePhotoUploadResult, {
    description: "Asks for a link to upload a photo: signed, for this file only, once, for 15 minutes.",
  })
  createPhotoUpload(
    @Arg("input", () => CreatePhotoUploadInput, { description: "The file." }) input: CreatePhotoUploadInput,
    @Ctx() context: MediaContext,
  ): Promise<typeof CreatePhotoUploadResult> {
    return createPhotoUpload(context, signedInContact(context), input);
  }

  @FieldResolver(() => PhotoFile, {
    nullable: true,
    description:
      "The photo as it was taken, upright, without metadata. Null until it is cleaned (the step `DECODE`), and for others than the contact until they submit it.",
  })
  original(@Root() { row }: Photo, @Ctx() context: MediaContext): Promise<PhotoFile | null> {
    return originalFile(context, row);
  }

  @FieldResolver(() => PhotoFile, {
    nullable: true,
    description:
      "The headshot made of it. Null until its step is done, and for others than the contact until they submit it.",
  })
  edited(@Root() { row }: Photo, @Ctx() context: MediaContext): Promise<PhotoFile | null> {
    return editedFile(context, row);
  }
}
