import { ArgsType, Field, ID, InputType } from "type-graphql";
import type { Actor } from "@studio/kit/auth/viewer.js";
import { PageArgs } from "@studio/kit/paging/both-ways.js";
import { TimeSpan } from "@studio/kit/paging/time-span.js";
import { AuditActorKind } from "./audit-event.type.js";

@InputType({
  description: "Which entries of the trail. What is given together must all hold; each list means one of its values.",
})
export class AuditEventFilter {
  @Field(() => [ID], { nullable: true, description: "Who acted, as `actorId` names them; at most 100." })
  actorIds?: string[] | null;

  @Field(() => [AuditActorKind], { nullable: true, description: "What kind of actor it was." })
  actorKinds?: Actor["kind"][] | null;

  @Field(() => [String], { nullable: true, description: "What was done, for example `consent.given`; at most 100." })
  actions?: string[] | null;

  @Field(() => [ID], { nullable: true, description: "To what it was done, as `subjectId` names it; at most 100." })
  subjectIds?: string[] | null;

  @Field(() => [String], { nullable: true, description: "To what type it was done; at most 100." })
  subjectTypes?: string[] | null;

  @Field(() => TimeSpan, { nullable: true, description: "When it happened." })
  at?: TimeSpan | null;
}

/** Which entries of the trail, and which page of them. */
@ArgsType()
export class AuditEventListArgs extends PageArgs {
  @Field(() => AuditEventFilter, { nullable: true, description: "Only entries of which this holds." })
  filter?: AuditEventFilter | null;
}
