import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { IdentityContext } from "../context.js";
import type { IdInput } from "../id-input.js";
import { archiveGroup } from "./archive-group.js";
import { createGroup } from "./create-group.js";
import { deleteGroup } from "./delete-group.js";
import {
  ArchiveGroupInput,
  CreateGroupInput,
  DeleteGroupInput,
  RenameGroupInput,
  RestoreGroupInput,
} from "./group.input.js";
import { ArchiveGroupResult, DeleteGroupResult, RestoreGroupResult, SaveGroupResult } from "./group.result.js";
import { renameGroup } from "./rename-group.js";
import { restoreGroup } from "./restore-group.js";

/** The life of a group. */
@Resolver()
export class GroupMutationsResolver {
  @Mutation(() => SaveGroupResult, { nullable: true, description: "Makes a group, with nobody in it." })
  createGroup(
    @Arg("input", () => CreateGroupInput, { description: "The group." }) input: CreateGroupInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof SaveGroupResult> {
    return createGroup(context, input);
  }

  @Mutation(() => SaveGroupResult, { nullable: true, description: "Gives a group another name." })
  renameGroup(
    @Arg("input", () => RenameGroupInput, { description: "The group and its name." }) input: RenameGroupInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof SaveGroupResult> {
    return renameGroup(context, input);
  }

  @Mutation(() => ArchiveGroupResult, {
    nullable: true,
    description: "Sets a group aside: its coordinators lose it, and nothing else changes.",
  })
  archiveGroup(
    @Arg("input", () => ArchiveGroupInput, { description: "Which." }) input: IdInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof ArchiveGroupResult> {
    return archiveGroup(context, input);
  }

  @Mutation(() => RestoreGroupResult, { nullable: true, description: "Takes a group into use again." })
  restoreGroup(
    @Arg("input", () => RestoreGroupInput, { description: "Which." }) input: IdInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof RestoreGroupResult> {
    return restoreGroup(context, input);
  }

  @Mutation(() => DeleteGroupResult, {
    nullable: true,
    description: "Deletes a group that was set aside; its contacts stay.",
  })
  deleteGroup(
    @Arg("input", () => DeleteGroupInput, { description: "Which." }) input: IdInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof DeleteGroupResult> {
    return deleteGroup(context, input);
  }
}
