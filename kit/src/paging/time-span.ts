import { Field, InputType } from "type-graphql";

@InputType({ description: "A span of time. What is left out is open." })
export class TimeSpan {
  @Field(() => Date, { nullable: true, description: "From then on, included." })
  from?: Date | null;

  @Field(() => Date, { nullable: true, description: "Until then, not included." })
  until?: Date | null;
}
