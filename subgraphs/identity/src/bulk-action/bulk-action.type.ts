import { Directive, Field, ID, Int, ObjectType } from "type-graphql";
import { connectionOf } from "@studio/kit/paging/connection.js";
import { ContactField } from "../contact-field/contact-field.type.js";
import { Contact } from "../contact/contact.type.js";
import { graphqlEnum } from "../graphql-enum.js";
import { Group } from "../group/group.type.js";
import { Node } from "../node/node.type.js";
import { Studio } from "../studio/studio.stub.js";
import type {
  BulkActionKind,
  BulkActionState,
  BulkFailure,
  BulkRowOutcome,
  BulkRowRefusal,
} from "./bulk-action.values.js";

export const BulkActionKindEnum = graphqlEnum<BulkActionKind>("BulkActionKind", "What is done to many contacts.", {
  add_to_group: "Each is put into a group.",
  remove_from_group: "Each is taken out of a group.",
  archive: "Each is set aside.",
  restore: "Each is brought back.",
  invite: "Each is invited to a studio by mail.",
  add_option: "Each is given an option of a multi-select field.",
  remove_option: "An option of a multi-select field is taken from each.",
});

export const BulkActionStateEnum = graphqlEnum<BulkActionState>(
  "BulkActionState",
  "Where a bulk action is in its life.",
  {
    queued: "It has not begun.",
    running: "It is under way.",
    finished: "Every contact was dealt with.",
    cancelled: "Somebody stopped it; what was done stays.",
    failed: "It ended before all was done; what was done stays.",
  },
);

const BulkFailureEnum = graphqlEnum<BulkFailure>("BulkActionFailure", "Why a bulk action ended before all was done.", {
  access_lost: "Who started it may no longer do so.",
  account_closing: "The account is closing.",
  group_gone: "The group was archived or deleted.",
  studio_closed: "The studio takes nobody any more.",
  option_gone: "The field is no longer in use, or the option no longer offered.",
  interrupted: "It failed several times for a reason of ours.",
});

export const BulkRowOutcomeEnum = graphqlEnum<BulkRowOutcome>("BulkRowOutcome", "What became of one contact.", {
  pending: "Not dealt with yet.",
  changed: "It was done.",
  unchanged: "The contact was so already.",
  rejected: "Nothing was done, for a reason.",
});

const BulkRowRefusalEnum = graphqlEnum<BulkRowRefusal>("BulkRowRefusal", "Why nothing was done to a contact.", {
  not_found: "There is no such contact.",
  archived: "The contact is archived.",
  not_archived: "The contact is not archived.",
  merged: "The contact was merged into another.",
  erased: "The contact is erased, or being erased.",
  restricted: "Processing of the contact is restricted (GDPR art. 18).",
  not_writable: "Who started it may not write this field of this contact.",
  not_fitting: "The field does not take the value that this would give it, for example none where one is required.",
});

@ObjectType({ description: "One contact of a bulk action, and what became of it.", simpleResolvers: true })
export class BulkActionRow {
  @Field(() => ID, { description: "The contact's id, as it was meant." })
  contactId: string;

  @Field(() => Contact, { nullable: true, description: "The contact as it is now; null if there is none." })
  contact: Contact | null;

  @Field(() => BulkRowOutcomeEnum, { description: "What became of it." })
  outcome: BulkRowOutcome;

  @Field(() => BulkRowRefusalEnum, { nullable: true, description: "Why nothing was done; null unless rejected." })
  refusal: BulkRowRefusal | null;
}

@Directive('@key(fields: "id")')
@ObjectType({
  description: "Something that is done to many contacts in the background, each once, whatever happens meanwhile.",
  implements: Node,
  simpleResolvers: true,
})
export class BulkAction extends Node {
  @Field(() => ID, { description: "The bulk action's global id." })
  override id: string;

  @Field(() => BulkActionKindEnum, { description: "What is done." })
  kind: BulkActionKind;

  @Field(() => Group, { nullable: true, description: "The group that it is about; null if about none, or deleted." })
  group: Group | null;

  @Field(() => Studio, { nullable: true, description: "The studio that contacts are invited to." })
  studio: Studio | null;

  @Field(() => ContactField, {
    nullable: true,
    description: "The field whose option is added or removed; null if it is about none, or deleted.",
  })
  field: ContactField | null;

  @Field(() => String, { nullable: true, description: "The id of that option." })
  optionId: string | null;

  @Field(() => BulkActionStateEnum, { description: "Where it is in its life." })
  state: BulkActionState;

  @Field(() => BulkFailureEnum, { nullable: true, description: "Why it ended before all was done." })
  failure: BulkFailure | null;

  @Field(() => Int, { description: "How many contacts it is about." })
  total: number;

  @Field(() => Int, { description: "To how many it was done." })
  changed: number;

  @Field(() => Int, { description: "How many were so already." })
  unchanged: number;

  @Field(() => Int, { description: "How many were rejected, each for a reason that its row tells." })
  rejected: number;

  @Field(() => Date, { description: "When it was asked for." })
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: "When it ended; null while it is under way." })
  finishedAt: Date | null;
}

export const { Edge: BulkActionRowEdge, Connection: BulkActionRowConnection } = connectionOf(
  "BulkActionRow",
  () => BulkActionRow,
);
export type BulkActionRowConnection = InstanceType<typeof BulkActionRowConnection>;
