import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { signedInContact } from "@studio/kit/auth/signed-in.js";
import { UserError } from "@studio/kit/error/user-error.js";
import { Contact } from "../contact/contact.stub.js";
import type { MediaContext } from "../context.js";
import { Photo } from "../photo/photo.type.js";
import { Studio } from "../studio/studio.stub.js";
import { choosePhoto } from "./choose-photo.js";
import { SubmissionReview } from "./submission-review.type.js";
import { ChoosePhotoInput, SubmitPhotoInput, WithdrawSubmissionInput } from "./submission.input.js";
import { openSubmission } from "./submission.reference.js";
import {
  ChoosePhotoPayload,
  ChoosePhotoResult,
  SubmitPhotoPayload,
  SubmitPhotoResult,
  WithdrawSubmissionPayload,
  WithdrawSubmissionResult,
} from "./submission.result.js";
import { Submission } from "./submission.type.js";
import { submitPhoto } from "./submit-photo.js";
import { withdrawSubmission } from "./withdraw-submission.js";

/** Submissions: made by contacts, read by who works with them. */
@Resolver(() => Submission)
export class SubmissionResolver {
  @Query(() => Submission, { nullable: true, description: "A submission by its id." })
  submission(
    @Arg("id", () => ID, { description: "The submission's id." }) id: string,
    @Ctx() context: MediaContext,
  ): Promise<Submission> {
    return openSubmission(id, context);
  }

  @Mutation(() => SubmitPhotoResult, { description: "Submits a photo in the very version that the contact reviewed." })
  async submitPhoto(
    @Arg("input", () => SubmitPhotoInput, { description: "The photo and the version." }) input: SubmitPhotoInput,
    @Ctx() context: MediaContext,
  ): Promise<typeof SubmitPhotoResult> {
    const submitted = await submitPhoto(context, signedInContact(context), input);
    return submitted instanceof UserError ? submitted : new SubmitPhotoPayload(new Submission(submitted));
  }

  @Mutation(() => ChoosePhotoResult, {
    description: "Makes a shot the chosen one of its submission. Submitting a shot does so as well.",
  })
  async choosePhoto(
    @Arg("input", () => ChoosePhotoInput, { description: "Which one." }) input: ChoosePhotoInput,
    @Ctx() context: MediaContext,
  ): Promise<typeof ChoosePhotoResult> {
    const chosen = await choosePhoto(context, signedInContact(context), input);
    return chosen instanceof UserError ? chosen : new ChoosePhotoPayload(new Submission(chosen));
  }

  @Mutation(() => WithdrawSubmissionResult, {
    description: "Takes a submission back until the studio decides. `submitPhoto` submits it anew.",
  })
  async withdrawSubmission(
    @Arg("input", () => WithdrawSubmissionInput, { description: "Which one." }) input: WithdrawSubmissionInput,
    @Ctx() context: MediaContext,
  ): Promise<typeof WithdrawSubmissionResult> {
    const withdrawn = await withdrawSubmission(context, signedInContact(context), input);
    return withdrawn instanceof UserError ? withdrawn : new WithdrawSubmissionPayload(new Submission(withdrawn));
  }

  @FieldResolver(() => Contact, { description: "Whose photo it is." })
  contact(@Root() { row }: Submission): Contact {
    return new Contact(row.contactId);
  }

  @FieldResolver(() => Studio, { description: "The studio that collects it." })
  studio(@Root() { row }: Submission): Studio {
    return new Studio(row.studioId);
  }

  @FieldResolver(() => Photo, { nullable: true, description: "The photo: of several shots, the chosen one." })
  async photo(@Root() { row }: Submission, @Ctx() { loaders }: MediaContext): Promise<Photo | null> {
    // Whoever came from the submission need not look it up again from the photo.
    loaders.submissionByPhoto.prime(row.photoId, row);
    const photo = await loaders.photo.load(row.photoId);
    return photo && new Photo(photo);
  }

  @FieldResolver(() => [Photo], {
    nullable: true,
    description: "Every shot taken for it, the oldest first. For its contact alone.",
  })
  async shots(@Root() { row }: Submission, @Ctx() { loaders }: MediaContext): Promise<Photo[]> {
    return (await loaders.shotsBySubmission.load(row.id)).map((shot) => new Photo(shot));
  }

  @FieldResolver(() => SubmissionReview, {
    nullable: true,
    description: "What the studio's reviewer said last. Null until they did, and once it is submitted again.",
  })
  review(@Root() { row }: Submission): SubmissionReview | null {
    return SubmissionReview.of(row);
  }
}
