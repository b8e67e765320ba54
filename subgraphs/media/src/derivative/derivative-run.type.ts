import "reflect-metadata";
import { Directive, Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { Node } from "../node.type.js";
import { Studio } from "../studio/studio.stub.js";
import type { DerivativeRunRow } from "./derivative-run.table.js";

const DerivativeRunStatusEnum = { RUNNING: "running", COMPLETE: "complete", FAILED: "failed" } as const;

registerEnumType(DerivativeRunStatusEnum, {
  name: "DerivativeRunStatus",
  description: "How far a run is.",
  valuesConfig: {
    RUNNING: { description: "Photos are still to be dealt with." },
    COMPLETE: { description: "Every photo was dealt with." },
    FAILED: { description: "Given up: it went no further. Apply the recipe again; what is made is not made twice." },
  },
});

@Directive('@key(fields: "id")')
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "A recipe being applied to photos that its studio has, all or a collection's. Ask again to follow it.",
})
export class DerivativeRun extends Node {
  @Field(() => DerivativeRunStatusEnum, { description: "How far it is." })
  status: DerivativeRunRow["status"];

  @Field(() => Int, { description: "Photos that there were when it began." })
  total: number;

  @Field(() => Int, { description: "Photos that have the headshot now." })
  made: number;

  @Field(() => Int, {
    description: "Photos left out: processing of the contact's data is restricted, or they are erased.",
  })
  skipped: number;

  @Field(() => Int, { description: "Photos of which it could not be made." })
  failed: number;

  @Field(() => Date, { description: "When it began." })
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: "When every photo was dealt with, or it was given up." })
  finishedAt: Date | null;

  @Field(() => Studio, { description: "The studio whose photos it covers." })
  studio: Studio;

  constructor(readonly row: DerivativeRunRow) {
    super();
    const { status, total, made, skipped, failed, createdAt, finishedAt } = row;
    Object.assign(this, { id: toGlobalId("DerivativeRun", row.id), status, total, made, skipped, failed });
    Object.assign(this, { createdAt, finishedAt });
    this.studio = new Studio(row.studioId);
  }
}
