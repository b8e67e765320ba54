import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { IdentityContext } from "../context.js";
import { addContactsToGroup } from "./add-contacts-to-group.js";
import { assignCoordinator, unassignCoordinator } from "./assign-coordinator.js";
import {
  AddContactsToGroupInput,
  AssignCoordinatorInput,
  RemoveContactsFromGroupInput,
  UnassignCoordinatorInput,
} from "./group.input.js";
import { GroupContactsResult, GroupCoordinatorResult } from "./group.result.js";
import { removeContactsFromGroup } from "./remove-contacts-from-group.js";

/** Who is in a group, and whose it is. */
@Resolver()
export class GroupPeopleResolver {
  @Mutation(() => GroupContactsResult, {
    nullable: true,
    description: "Puts contacts into a group: all of them, or none if one does not exist.",
  })
  addContactsToGroup(
    @Arg("input", () => AddContactsToGroupInput, { description: "Whom, and where." }) input: AddContactsToGroupInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof GroupContactsResult> {
    return addContactsToGroup(context, input);
  }

  @Mutation(() => GroupContactsResult, {
    nullable: true,
    description: "Takes contacts out of a group: all of them, or none if one does not exist.",
  })
  removeContactsFromGroup(
    @Arg("input", () => RemoveContactsFromGroupInput, { description: "Whom, and where." })
    input: RemoveContactsFromGroupInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof GroupContactsResult> {
    return removeContactsFromGroup(context, input);
  }

  @Mutation(() => GroupCoordinatorResult, {
    nullable: true,
    description: "Gives a coordinator a group: they see its contacts from their next request on.",
  })
  assignCoordinator(
    @Arg("input", () => AssignCoordinatorInput, { description: "Who, and which." }) input: AssignCoordinatorInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof GroupCoordinatorResult> {
    return assignCoordinator(context, input);
  }

  @Mutation(() => GroupCoordinatorResult, {
    nullable: true,
    description: "Takes a group from a coordinator: its contacts do not exist for them from their next request on.",
  })
  unassignCoordinator(
    @Arg("input", () => UnassignCoordinatorInput, { description: "Who, and which." }) input: UnassignCoordinatorInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof GroupCoordinatorResult> {
    return unassignCoordinator(context, input);
  }
}
