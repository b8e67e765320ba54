import { Field, ID, Int, ObjectType } from "type-graphql";
import { graphqlEnum } from "../graphql-enum.js";
import type { RunKind, RunState } from "./field-run.table.js";

const RunKindEnum = graphqlEnum<RunKind>("ContactFieldRunKind", "What is done with a field's values.", {
  move: "They are sealed, or kept plain again, as the field's sensitivity asks.",
  migrate: "They are written into another field, where that has none.",
  destroy: "They are destroyed.",
  index: "They are copied to where lists find them; until it is complete, none filters by the field.",
});

const RunStateEnum = graphqlEnum<RunState>("ContactFieldRunState", "How far work on a field's values is.", {
  running: "It is under way.",
  complete: "Every contact was seen.",
});

@ObjectType({ description: "Work on a field's values over all contacts." })
export class ContactFieldRun {
  @Field(() => ID, { description: "The run's id." })
  id: string;

  @Field(() => RunKindEnum, { description: "What is done." })
  kind: RunKind;

  @Field(() => RunStateEnum, { description: "How far it is." })
  state: RunState;

  @Field(() => Int, { description: "How many contacts' values were worked on." })
  done: number;

  @Field(() => Int, { description: "How many were left as they are: not convertible, set already, or not due." })
  skipped: number;

  @Field(() => Date, { description: "When it was started." })
  startedAt: Date;

  @Field(() => Date, { nullable: true, description: "When it was complete." })
  completedAt: Date | null;
}
