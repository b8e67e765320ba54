import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { notFound } from "@studio/kit/error/codes.js";
import { signedInContact } from "../access/signed-in-contact.js";
import { Contact } from "../contact/contact.stub.js";
import type { MediaContext } from "../context.js";
import { Photo } from "../photo/photo.type.js";
import { Studio } from "../studio/studio.stub.js";
import { SubmitPhotoInput } from "./submission.input.js";
import { resolveSubmission } from "./submission.reference.js";
import { SubmitPhotoPayload, SubmitPhotoResult } from "./submission.result.js";
import { Submission } from "./submission.type.js";
import { submitPhoto } from "./submit-photo.js";
import { UserError } from "@studio/kit/error/user-error.js";

/** Submissions: made by contacts, read by who works with them. */
@Resolver(() => Submission)
export class SubmissionResolver {
  @Query(() => Submission, { nullable: true, description: "A submission by its id." })
  async submission(
    @Arg("id", () => ID, { description: "The submission's id." }) id: string,
    @Ctx() context: MediaContext,
  ): Promise<Submission> {
    const submission = await resolveSubmission({ id }, context);
    if (!submission) throw notFound("submission");
    return submission;
  }

  @Mutation(() => SubmitPhotoResult, { description: "Submits a photo in the very version that the contact reviewed." })
  async submitPhoto(
    @Arg("input", () => SubmitPhotoInput, { description: "The photo and the version." }) input: SubmitPhotoInput,
    @Ctx() context: MediaContext,
  ): Promise<typeof SubmitPhotoResult> {
    const submitted = await submitPhoto(context, signedInContact(context), input);
    return submitted instanceof UserError ? submitted : new SubmitPhotoPayload(new Submission(submitted));
  }

  @FieldResolver(() => Contact, { description: "Whose photo it is." })
  contact(@Root() { row }: Submission): Contact {
    return new Contact(row.contactId);
  }

  @FieldResolver(() => Studio, { description: "The studio that collects it." })
  studio(@Root() { row }: Submission): Studio {
    return new Studio(row.studioId);
  }

  @FieldResolver(() => Photo, { nullable: true, description: "The photo." })
  async photo(@Root() { row }: Submission, @Ctx() { loaders }: MediaContext): Promise<Photo | null> {
    // Whoever came from the submission need not look it up again from the photo.
    loaders.submissionByPhoto.prime(row.photoId, row);
    const photo = await loaders.photo.load(row.photoId);
    return photo && new Photo(photo);
  }
}
