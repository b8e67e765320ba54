import { Field, Int, ObjectType } from "type-graphql";

/** What recomputing the account's chain has found. */
@ObjectType({
  description: "What recomputing the account's audit chain has found, digest by digest.",
  simpleResolvers: true,
})
export class AuditVerification {
  @Field(() => Boolean, { description: "Whether every entry is as it was written, and none is missing or added." })
  intact: boolean;

  @Field(() => Int, { description: "How many entries were found in order." })
  checked: number;

  @Field(() => Int, { nullable: true, description: "The first position that is not as it was written." })
  brokenAt: number | null;
}
