import { Directive, Field, Int, ObjectType } from "type-graphql";
import { connectionOf } from "@studio/kit/paging/connection.js";
import { ContactField } from "../contact-field/contact-field.stub.js";
import { Node } from "../node.type.js";
import { RecipeFitEnum, RecipeFormatEnum, ReviewModeEnum, StudioAccessEnum, StudioStatusEnum } from "./studio.enums.js";
import type {
  Recipe as RecipeValues,
  RecipeFit,
  RecipeFormat,
  ReviewMode,
  StudioAccess,
  StudioStatus,
} from "./studio.values.js";

/** How a studio wants its headshots. */
@ObjectType({ description: "How a studio wants its headshots.", simpleResolvers: true })
export class Recipe implements RecipeValues {
  @Field(() => Int, { description: "In pixels." })
  width: number;

  @Field(() => Int, { description: "In pixels." })
  height: number;

  @Field(() => RecipeFitEnum, { description: "How a picture comes to this size." })
  fit: RecipeFit;

  @Field(() => RecipeFormatEnum, { description: "The file format." })
  format: RecipeFormat;

  @Field(() => Int, { description: "1 to 100." })
  quality: number;

  @Field(() => String, { description: "What replaces the background: a colour as `#rrggbb`, or `transparent`." })
  backdrop: string;
}

/** A studio, as everybody who may see it at all sees it; settings are for those who run it. */
@Directive('@key(fields: "id")')
@ObjectType({
  implements: Node,
  description: "Where a company collects its people's headshots.",
  simpleResolvers: true,
})
export class Studio extends Node {
  /** Whose studio it is; rules ask it, and it is not in the graph. */
  accountId: string;

  @Field(() => String, { description: "The name people see." })
  name: string;

  @Field(() => String, { description: "What its public link ends with: unique over all accounts." })
  slug: string;

  @Field(() => StudioStatusEnum, { description: "Where it is in its life." })
  status: StudioStatus;

  @Field(() => StudioAccessEnum, { description: "Who may come in." })
  access: StudioAccess;

  @Field(() => String, { description: "What greets people; empty where there is nothing to say." })
  welcomeText: string;

  @Field(() => String, { description: "What people are asked to consent to." })
  consentText: string;

  @Field(() => Int, { description: "The version of the consent text: pass it along when somebody consents." })
  consentTextVersion: number;

  @Field(() => String, { description: "What replaces the background: a colour as `#rrggbb`, or `transparent`." })
  backdrop: string;

  @Field(() => Date, { nullable: true, description: "From when on photos are taken in; null for no such limit." })
  opensAt: Date | null;

  @Field(() => Date, { nullable: true, description: "Until when, not included; null for no such limit." })
  closesAt: Date | null;

  @Field(() => Recipe, { nullable: true, description: "How the finished headshots come out. A setting." })
  recipe: RecipeValues;

  @Field(() => ReviewModeEnum, { nullable: true, description: "Who says whether a submission is good. A setting." })
  reviewMode: ReviewMode;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether coordinators may see the photos as they were taken. A setting.",
  })
  coordinatorsSeeOriginals: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether coordinators may accept and reject submissions of their groups' contacts. A setting.",
  })
  coordinatorsReview: boolean;

  @Field(() => Int, {
    nullable: true,
    description: "How many submissions may stand at once; null for no limit. A setting.",
  })
  capacity: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "How many of them may be one contact's; null for no limit. A setting.",
  })
  submissionsPerContact: number | null;

  @Field(() => ContactField, {
    nullable: true,
    description:
      "Which custom field is shown under the pictures of its galleries, as long as that is public (L0) and in use. A setting.",
  })
  galleryCaption: ContactField | null;

  @Field(() => Date, { nullable: true, description: "When it was made. For those who run it." })
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: "When it was first published. For those who run it." })
  publishedAt: Date | null;

  @Field(() => Int, { nullable: true, description: "Counts its changes, from 1. For those who run it." })
  version: number;
}

export const { Edge: StudioEdge, Connection: StudioConnection } = connectionOf("Studio", () => Studio);
