import { ArgsType, Field, ID, InputType } from "type-graphql";
import { ForwardPageArgs } from "@studio/kit/paging/connection.js";
import { idInput } from "../id-input.js";
import { MAX_CONTACTS_A_CALL } from "./group.policy.js";

@ArgsType()
export class GroupsArgs extends ForwardPageArgs {
  @Field(() => Boolean, { defaultValue: false, description: "Whether groups that were set aside are listed too." })
  archived: boolean;
}

@InputType({ description: "A new group." })
export class CreateGroupInput {
  @Field(() => String, { description: "Its name." })
  name: string;
}

@InputType({ description: "A group's new name." })
export class RenameGroupInput {
  @Field(() => ID, { description: "The group's id." })
  id: string;

  @Field(() => String, { description: "The name." })
  name: string;
}

const ID_OF_GROUP = "The group's id.";

export const ArchiveGroupInput = idInput("ArchiveGroupInput", "Which group to set aside.", ID_OF_GROUP);
export const RestoreGroupInput = idInput("RestoreGroupInput", "Which group to use again.", ID_OF_GROUP);
export const DeleteGroupInput = idInput("DeleteGroupInput", "Which group to delete.", ID_OF_GROUP);

/** Contacts, and the group they go into or out of. */
export interface ContactsOfGroupInput {
  groupId: string;
  contactIds: string[];
}

@InputType({ description: "Contacts to put into a group." })
export class AddContactsToGroupInput implements ContactsOfGroupInput {
  @Field(() => ID, { description: "The group's id." })
  groupId: string;

  @Field(() => [ID], { description: `The contacts' ids, at most ${MAX_CONTACTS_A_CALL}.` })
  contactIds: string[];
}

@InputType({ description: "Contacts to take out of a group." })
export class RemoveContactsFromGroupInput implements ContactsOfGroupInput {
  @Field(() => ID, { description: "The group's id." })
  groupId: string;

  @Field(() => [ID], { description: `The contacts' ids, at most ${MAX_CONTACTS_A_CALL}.` })
  contactIds: string[];
}

@InputType({ description: "A coordinator, and the group they get." })
export class AssignCoordinatorInput {
  @Field(() => ID, { description: "The group's id." })
  groupId: string;

  @Field(() => ID, { description: "The coordinator's id as a member." })
  memberId: string;
}

@InputType({ description: "A coordinator, and the group they lose." })
export class UnassignCoordinatorInput {
  @Field(() => ID, { description: "The group's id." })
  groupId: string;

  @Field(() => ID, { description: "The coordinator's id as a member." })
  memberId: string;
}
