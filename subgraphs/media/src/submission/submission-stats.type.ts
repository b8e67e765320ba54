import { Field, Int, ObjectType } from "type-graphql";
import { Group } from "../group/group.stub.js";
import { Studio } from "../studio/studio.stub.js";
import { SubmissionStatusEnum } from "./submission.type.js";
import type { SubmissionStatus } from "./submission.values.js";

@ObjectType({ description: "How many submissions are where in their life.", simpleResolvers: true })
export class SubmissionStatusCount {
  @Field(() => SubmissionStatusEnum, { description: "Where they are in their life." })
  status: SubmissionStatus;

  @Field(() => Int, { description: "How many submissions." })
  count: number;
}

@ObjectType({
  description: "How many submissions a studio has collected, and of how many contacts.",
  simpleResolvers: true,
})
export class SubmissionStudioCount {
  @Field(() => Studio, { description: "The studio." })
  studio: Studio;

  @Field(() => Int, { description: "How many submissions." })
  count: number;

  @Field(() => Int, { description: "How many contacts they are of." })
  contacts: number;
}

@ObjectType({
  description: "How many submissions there are of a group's contacts, and of how many contacts.",
  simpleResolvers: true,
})
export class SubmissionGroupCount {
  @Field(() => Group, { nullable: true, description: "The group; null if it is no more." })
  group: Group | null;

  @Field(() => Int, { description: "How many submissions." })
  count: number;

  @Field(() => Int, { description: "How many contacts they are of." })
  contacts: number;
}

@ObjectType({ description: "Submissions counted.", simpleResolvers: true })
export class SubmissionStats {
  @Field(() => Int, { description: "How many submissions there are in all." })
  totalCount: number;

  @Field(() => Int, { description: "How many contacts they are of." })
  contacts: number;

  @Field(() => [SubmissionStatusCount], { description: "By status, the most frequent first." })
  byStatus: SubmissionStatusCount[];

  @Field(() => [SubmissionStudioCount], { description: "By studio, the busiest first." })
  byStudio: SubmissionStudioCount[];
}
