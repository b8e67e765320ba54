import { Field, ObjectType } from "type-graphql";
import type { Audience } from "../access/access-table.js";
import type { DecidedBy } from "../access/decide-field-access.js";
import { AccessAudienceEnum, AccessGroundEnum, FieldAccessOutcomeEnum, type Outcome } from "./field-access.enums.js";

@ObjectType({ description: "A decision of the access table, and what it stands on.", simpleResolvers: true })
export class FieldAccessDecision {
  @Field(() => FieldAccessOutcomeEnum, { description: "What may be done." })
  outcome: Outcome;

  @Field(() => AccessGroundEnum, { description: "What decided." })
  decidedBy: DecidedBy;

  @Field(() => String, { description: "Why, as they themselves would be told." })
  reason: string;
}

@ObjectType({
  description: "What somebody may do with a field of a contact, and what decided it.",
  simpleResolvers: true,
})
export class FieldAccess {
  @Field(() => String, { description: "The field, as errors name it." })
  field: string;

  @Field(() => AccessAudienceEnum, {
    nullable: true,
    description: "The matrix's column; null if the contact does not exist for them.",
  })
  audience: Audience | null;

  @Field(() => String, { description: "The matrix's row." })
  row: string;

  @Field(() => String, {
    nullable: true,
    description: "The matrix's cell; null if the contact does not exist for them.",
  })
  cell: string | null;

  @Field(() => FieldAccessDecision, { description: "Whether they read it." })
  read: FieldAccessDecision;

  @Field(() => FieldAccessDecision, { description: "Whether they write it." })
  write: FieldAccessDecision;

  @Field(() => FieldAccessDecision, {
    description:
      "Whether it is in what they take out of the account, and whole. A restriction of processing stops that.",
  })
  exported: FieldAccessDecision;

  @Field(() => Boolean, { description: "Whether their reading it goes into the audit trail." })
  recorded: boolean;

  @Field(() => Boolean, {
    description: "Whether they may sign in now. If not, this is what they would see once they may.",
  })
  signsIn: boolean;
}
