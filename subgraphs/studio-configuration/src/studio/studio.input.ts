import { Field, ID, InputType, Int } from "type-graphql";
import { RecipeFitEnum, RecipeFormatEnum, ReviewModeEnum, StudioAccessEnum } from "./studio.enums.js";
import type { Recipe, RecipeFit, RecipeFormat, ReviewMode, StudioAccess, StudioLimits } from "./studio.values.js";

@InputType({ description: "How the studio's headshots come out." })
export class RecipeInput implements Recipe {
  @Field(() => Int, { description: "16 to 6000 pixels.", defaultValue: 1024 })
  width: number;

  @Field(() => Int, { description: "16 to 6000 pixels.", defaultValue: 1280 })
  height: number;

  @Field(() => RecipeFitEnum, { description: "How a picture comes to this size.", defaultValue: RecipeFitEnum.CROP })
  fit: RecipeFit;

  @Field(() => RecipeFormatEnum, { description: "The file format.", defaultValue: RecipeFormatEnum.JPEG })
  format: RecipeFormat;

  @Field(() => Int, { description: "1 to 100; PNG ignores it.", defaultValue: 90 })
  quality: number;

  @Field(() => String, {
    description: "A colour as `#rrggbb`, or `transparent` (WebP and PNG).",
    defaultValue: "#ffffff",
  })
  backdrop: string;
}

@InputType({ description: "How much the studio takes in, and when. What is left out has no limit." })
export class StudioLimitsInput implements StudioLimits {
  @Field(() => Int, {
    nullable: true,
    defaultValue: null,
    description: "How many submissions may stand at once: 1 to 1,000,000. Rejected and withdrawn ones do not count.",
  })
  capacity: number | null;

  @Field(() => Int, {
    nullable: true,
    defaultValue: null,
    description: "How many of them may be one contact's: 1 to 100.",
  })
  submissionsPerContact: number | null;

  @Field(() => Date, { nullable: true, defaultValue: null, description: "From when on photos are taken in." })
  opensAt: Date | null;

  @Field(() => Date, { nullable: true, defaultValue: null, description: "Until when, not included." })
  closesAt: Date | null;
}

@InputType({ description: "A new studio; it begins as a draft." })
export class CreateStudioInput {
  @Field(() => String, { description: "The name people see: 1 to 100 characters." })
  name: string;

  @Field(() => String, {
    description: "What its public link ends with: 3 to 63 lower-case letters, digits and single hyphens.",
  })
  slug: string;

  @Field(() => StudioAccessEnum, { description: "Who may come in." })
  access: StudioAccess;

  @Field(() => String, { description: "What greets people: up to 2,000 characters.", defaultValue: "" })
  welcomeText: string;

  @Field(() => String, { description: "What people are asked to consent to: 1 to 20,000 characters." })
  consentText: string;

  @Field(() => ReviewModeEnum, {
    description: "Who says whether a submission is good.",
    defaultValue: ReviewModeEnum.AUTOMATIC,
  })
  reviewMode: ReviewMode;

  @Field(() => Boolean, {
    description: "Whether coordinators may see the photos as they were taken.",
    defaultValue: false,
  })
  coordinatorsSeeOriginals: boolean;

  @Field(() => Boolean, {
    description: "Whether coordinators may accept and reject submissions of their groups' contacts.",
    defaultValue: false,
  })
  coordinatorsReview: boolean;

  @Field(() => StudioLimitsInput, { description: "How much it takes in, and when.", defaultValue: {} })
  limits: StudioLimitsInput;

  @Field(() => RecipeInput, { description: "How the finished headshots come out.", defaultValue: {} })
  recipe: RecipeInput;
}

@InputType({ description: "What is shown under the pictures of a studio's galleries." })
export class SetGalleryCaptionInput {
  @Field(() => ID, { description: "The studio's global id." })
  studioId: string;

  @Field(() => ID, {
    nullable: true,
    defaultValue: null,
    description: "The custom field, public (L0) and in use; null for no captions.",
  })
  fieldId: string | null;
}
