import { Field, Int, ObjectType } from "type-graphql";

@ObjectType({
  simpleResolvers: true,
  description:
    "One check of the whole object store: that every row has its object and every object its row. Counts only.",
})
export class StorageCheck {
  @Field(() => Date, { description: "When it began." })
  startedAt: Date;

  @Field(() => Date, { nullable: true, description: "When it ended; null while it runs, or if it was cut short." })
  finishedAt: Date | null;

  @Field(() => Int, { description: "How many objects it saw." })
  objects: number;

  @Field(() => Int, { description: "How many rows it saw that have an object." })
  rows: number;

  @Field(() => Int, { description: "How many objects it deleted that no row knew of, a day or more old." })
  orphansDeleted: number;

  @Field(() => Int, { description: "How many rows had lost their object. Their photos failed, and were announced." })
  lost: number;
}
