import { Field, ID, Int, ObjectType, createUnionType } from "type-graphql";
import { ProcessingRestricted } from "../contact/contact-state.errors.js";
import {
  GroupArchived,
  GroupInUse,
  GroupNameTaken,
  InvalidGroupName,
  NotACoordinator,
  TooManyContacts,
  UnknownContacts,
} from "./group.errors.js";
import { Group } from "./group.type.js";

@ObjectType({ description: "The group is so now.", simpleResolvers: true })
export class GroupPayload {
  @Field(() => Group, { description: "The group as it is now." })
  group: Group;
}

@ObjectType({ description: "The group's contacts are these now.", simpleResolvers: true })
export class GroupContactsPayload {
  @Field(() => Group, { description: "The group as it is now." })
  group: Group;

  @Field(() => Int, { description: "For how many contacts something changed; the others were so already." })
  changed: number;
}

@ObjectType({ description: "The group is gone; its contacts are still there.", simpleResolvers: true })
export class DeleteGroupPayload {
  @Field(() => ID, { description: "The id that the group had." })
  deletedGroupId: string;
}

export const SaveGroupResult = createUnionType({
  name: "SaveGroupResult",
  description: "What came of making or renaming a group.",
  types: () => [GroupPayload, InvalidGroupName, GroupNameTaken] as const,
});

export const ArchiveGroupResult = createUnionType({
  name: "ArchiveGroupResult",
  description: "What came of setting a group aside.",
  types: () => [GroupPayload, GroupArchived] as const,
});

export const RestoreGroupResult = createUnionType({
  name: "RestoreGroupResult",
  description: "What came of using a group again.",
  types: () => [GroupPayload, GroupInUse, GroupNameTaken] as const,
});

export const DeleteGroupResult = createUnionType({
  name: "DeleteGroupResult",
  description: "What came of deleting a group.",
  types: () => [DeleteGroupPayload, GroupInUse] as const,
});

export const GroupContactsResult = createUnionType({
  name: "GroupContactsResult",
  description: "What came of putting contacts into a group, or taking them out.",
  types: () => [GroupContactsPayload, GroupArchived, UnknownContacts, TooManyContacts, ProcessingRestricted] as const,
});

export const GroupCoordinatorResult = createUnionType({
  name: "GroupCoordinatorResult",
  description: "What came of giving a coordinator a group, or taking it.",
  types: () => [GroupPayload, GroupArchived, NotACoordinator] as const,
});
