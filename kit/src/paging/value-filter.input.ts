import { Field, ID, InputType } from "type-graphql";

@InputType({ description: "Compares a point in time. What is given together must all hold." })
export class MomentFilter {
  @Field(() => Date, { nullable: true, description: "Exactly then, to the millisecond." })
  eq?: Date | null;

  @Field(() => Date, { nullable: true, description: "Before then." })
  lt?: Date | null;

  @Field(() => Date, { nullable: true, description: "After then." })
  gt?: Date | null;

  @Field(() => [Date], { nullable: true, description: "Two times: from the first to the second, both included." })
  between?: Date[] | null;

  @Field(() => Boolean, { nullable: true, description: "Whether there is a value at all." })
  isSet?: boolean | null;
}

@InputType({ description: "Compares a global id. What is given together must all hold." })
export class IdFilter {
  @Field(() => ID, { nullable: true, description: "Exactly this one." })
  eq?: string | null;

  @Field(() => [ID], { nullable: true, description: "One of these, at most 500." })
  in?: string[] | null;
}
