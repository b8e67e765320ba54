import { ArgsType, Field, ID, InputType, Int, registerEnumType } from "type-graphql";
import { PageArgs } from "@studio/kit/paging/both-ways.js";
import type { Direction } from "@studio/kit/paging/keyset.js";
import { TimeSpan } from "@studio/kit/paging/time-span.js";
import { IdFilter, MomentFilter } from "@studio/kit/paging/value-filter.input.js";
import { SubmissionStatusEnum } from "./submission.type.js";
import type { SubmissionStatus } from "./submission.values.js";

const OrderDirectionEnum = { ASC: "asc", DESC: "desc" } as const satisfies Record<string, Direction>;

registerEnumType(OrderDirectionEnum, {
  name: "OrderDirection",
  description: "Which end of an order comes first.",
  valuesConfig: {
    ASC: { description: "The smallest or earliest first; those without a value last." },
    DESC: { description: "The greatest or latest first; those without a value before them." },
  },
});

export type SubmissionOrderField = "createdAt" | "submittedAt" | "status";

const SubmissionOrderFieldEnum = {
  CREATED_AT: "createdAt",
  SUBMITTED_AT: "submittedAt",
  STATUS: "status",
} as const satisfies Record<string, SubmissionOrderField>;

registerEnumType(SubmissionOrderFieldEnum, {
  name: "SubmissionOrderField",
  description: "By what submissions can be ordered.",
  valuesConfig: {
    CREATED_AT: { description: "When its upload was asked for." },
    SUBMITTED_AT: { description: "When the contact submitted it." },
    STATUS: { description: "Where it is in its life, by the status's name." },
  },
});

/** A tree. `status`, `studioIds`, `contactIds`, `submitted` and `created` are the short way to what is asked most. */
@InputType({
  description:
    "Conditions on submissions, as a tree. What is given together must all hold, so `{}` holds for every submission; each list of values means one of them.",
})
export class SubmissionFilter {
  @Field(() => [SubmissionFilter], {
    nullable: true,
    description: "All of these hold; `[]` holds for every submission.",
  })
  and?: SubmissionFilter[] | null;

  @Field(() => [SubmissionFilter], { nullable: true, description: "At least one of these holds; `[]` holds for none." })
  or?: SubmissionFilter[] | null;

  @Field(() => SubmissionFilter, {
    nullable: true,
    description: "This does not hold. A submission without a value is among them.",
  })
  not?: SubmissionFilter | null;

  @Field(() => IdFilter, { nullable: true, description: "The submission's id." })
  id?: IdFilter | null;

  @Field(() => IdFilter, { nullable: true, description: "The studio that collects it." })
  studio?: IdFilter | null;

  @Field(() => IdFilter, { nullable: true, description: "Whose photo it is." })
  contact?: IdFilter | null;

  @Field(() => MomentFilter, { nullable: true, description: "When its upload was asked for." })
  createdAt?: MomentFilter | null;

  @Field(() => MomentFilter, { nullable: true, description: "When the contact submitted it." })
  submittedAt?: MomentFilter | null;

  @Field(() => [SubmissionStatusEnum], { nullable: true, description: "Where they are in their life." })
  status?: SubmissionStatus[] | null;

  @Field(() => [ID], { nullable: true, description: "The studios that collect them, at most 500." })
  studioIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: "Whose photos they are, at most 500." })
  contactIds?: string[] | null;

  @Field(() => TimeSpan, { nullable: true, description: "When the contact submitted them." })
  submitted?: TimeSpan | null;

  @Field(() => TimeSpan, { nullable: true, description: "When their upload was asked for." })
  created?: TimeSpan | null;
}

@InputType({ description: "One field by which submissions are ordered." })
export class SubmissionOrder {
  @Field(() => SubmissionOrderFieldEnum, { defaultValue: "createdAt", description: "Which field counts." })
  field: SubmissionOrderField;

  @Field(() => OrderDirectionEnum, { defaultValue: "desc", description: "Which end comes first." })
  direction: Direction;
}

/** Which submissions, in which order, and which page of them. */
@ArgsType()
export class SubmissionListArgs extends PageArgs {
  @Field(() => SubmissionFilter, { nullable: true, description: "Only submissions of which this holds." })
  filter?: SubmissionFilter | null;

  @Field(() => [SubmissionOrder], {
    nullable: true,
    description: "The newest first unless given. Of several fields each decides where those before it do not.",
  })
  orderBy?: SubmissionOrder[] | null;
}

/** By what to count. */
@ArgsType()
export class SubmissionStatsArgs {
  @Field(() => SubmissionFilter, { nullable: true, description: "Only submissions of which this holds." })
  filter?: SubmissionFilter | null;

  @Field(() => Int, { defaultValue: 100, description: "How many studios, 1 to 250, the busiest first." })
  studios: number;
}
