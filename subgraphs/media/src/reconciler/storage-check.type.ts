import "reflect-metadata";
import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import type { CheckOutcome } from "./storage-check.table.js";

const StorageCheckOutcomeEnum = {
  AGREED: "agreed",
  REPAIRED: "repaired",
  LEFT_ALONE: "left_alone",
} as const satisfies Record<string, CheckOutcome>;

registerEnumType(StorageCheckOutcomeEnum, {
  name: "StorageCheckOutcome",
  description: "What came of a check of the object store.",
  valuesConfig: {
    AGREED: { description: "Every row had its object, and every object its row." },
    REPAIRED: { description: "Orphans were deleted; what had lost its object was marked as failed and announced." },
    LEFT_ALONE: {
      description:
        "So much differed that nothing was touched: look whether the store and the database belong together.",
    },
  },
});

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

  @Field(() => Int, { description: "How many objects no row knew of, though they were a day or more old." })
  orphans: number;

  @Field(() => Int, { description: "How many rows had lost their object." })
  lost: number;

  @Field(() => StorageCheckOutcomeEnum, { nullable: true, description: "What came of it; null while it runs." })
  outcome: CheckOutcome | null;
}
