import { Field, Int, ObjectType, createUnionType } from "type-graphql";
import { UserError } from "@studio/kit/error/user-error.js";
import { graphqlEnum } from "../graphql-enum.js";
import { Contact } from "./contact.type.js";
import { SyncTooLarge } from "./sync-contacts.errors.js";

export type SyncOutcome = "created" | "updated" | "unchanged" | "rejected";

const SyncOutcomeEnum = graphqlEnum<SyncOutcome>("SyncOutcome", "What became of a row.", {
  created: "A contact was created.",
  updated: "The contact was changed.",
  unchanged: "The contact was so already.",
  rejected: "Nothing was done; the errors say why.",
});

@ObjectType({ description: "What became of one row.", simpleResolvers: true })
export class SyncRowResult {
  @Field(() => Int, { description: "The row's place in the call, from 0." })
  index: number;

  @Field(() => String, { description: "The row's external id, as it was given." })
  externalId: string;

  @Field(() => SyncOutcomeEnum, { description: "What became of it." })
  outcome: SyncOutcome;

  @Field(() => Contact, {
    nullable: true,
    description: "The contact as it is now, as far as the caller may see; null if rejected.",
  })
  contact: Contact | null;

  @Field(() => [UserError], { description: "What is wrong with the row; empty unless it was rejected." })
  errors: UserError[];
}

@ObjectType({ description: "What became of the rows.", simpleResolvers: true })
export class SyncContactsPayload {
  @Field(() => [SyncRowResult], { description: "One result per row, in the rows' order." })
  results: SyncRowResult[];

  @Field(() => Int, { description: "How many contacts were created." })
  created: number;

  @Field(() => Int, { description: "How many were changed." })
  updated: number;

  @Field(() => Int, { description: "How many were so already." })
  unchanged: number;

  @Field(() => Int, { description: "How many rows were rejected." })
  rejected: number;
}

export const SyncContactsResult = createUnionType({
  name: "SyncContactsResult",
  description: "What came of a sync.",
  types: () => [SyncContactsPayload, SyncTooLarge] as const,
});
