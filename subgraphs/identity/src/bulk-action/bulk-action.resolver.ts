import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { notFound } from "@studio/kit/error/codes.js";
import type { Page } from "@studio/kit/paging/connection.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import type { ContactFieldRow } from "../contact-field/contact-field.repository.js";
import type { ContactRow } from "../contact/contact.repository.js";
import type { IdentityContext } from "../context.js";
import { groupReference } from "../group/group.reference.js";
import type { GroupRow } from "../group/manage-group.repository.js";
import { Studio } from "../studio/studio.stub.js";
import { BulkRowsArgs, CancelBulkActionInput, StartBulkActionInput } from "./bulk-action.input.js";
import { bulkActionReference } from "./bulk-action.reference.js";
import type { BulkActionRow as ActionRow } from "./bulk-action.repository.js";
import { CancelBulkActionResult, StartBulkActionResult } from "./bulk-action.result.js";
import { BulkAction, BulkActionRow, BulkActionRowConnection } from "./bulk-action.type.js";
import type { BulkRow } from "./bulk-row.repository.js";
import { cancelBulkAction } from "./cancel-bulk-action.js";
import { listBulkRows } from "./list-bulk-rows.js";
import { startBulkAction } from "./start-bulk-action.js";

@Resolver(() => BulkAction)
export class BulkActionResolver {
  @Query(() => BulkAction, { nullable: true, description: "One bulk action. Another account's is not found." })
  async bulkAction(
    @Arg("id", () => ID, { description: "The bulk action's id." }) id: string,
    @Ctx() context: IdentityContext,
  ): Promise<ActionRow> {
    const action = await bulkActionReference({ id }, context);
    if (!action) throw notFound("bulk action");
    return action;
  }

  @Mutation(() => StartBulkActionResult, {
    nullable: true,
    description: "Does something to many contacts in the background.",
  })
  startBulkAction(
    @Arg("input", () => StartBulkActionInput, { description: "What, and to whom." }) input: StartBulkActionInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof StartBulkActionResult> {
    return startBulkAction(context, input);
  }

  @Mutation(() => CancelBulkActionResult, {
    nullable: true,
    description: "Stops a bulk action; what was done stays.",
  })
  cancelBulkAction(
    @Arg("input", () => CancelBulkActionInput, { description: "Which one." }) input: CancelBulkActionInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof CancelBulkActionResult> {
    return cancelBulkAction(context, input);
  }

  @FieldResolver()
  id(@Root() action: ActionRow): string {
    return toGlobalId("BulkAction", action.id);
  }

  @FieldResolver()
  async group(@Root() { groupId }: ActionRow, @Ctx() context: IdentityContext): Promise<GroupRow | null> {
    return groupId === null ? null : groupReference({ id: toGlobalId("Group", groupId) }, context);
  }

  @FieldResolver()
  studio(@Root() { studioId }: ActionRow): Studio | null {
    return studioId === null ? null : new Studio(studioId);
  }

  @FieldResolver()
  async field(@Root() { fieldId }: ActionRow, @Ctx() { loaders }: IdentityContext): Promise<ContactFieldRow | null> {
    return (await loaders.contactFields()).find(({ id }) => id === fieldId) ?? null;
  }

  @FieldResolver(() => BulkActionRowConnection, {
    description: "The contacts it is about, in the order in which they were given.",
  })
  rows(
    @Root() action: ActionRow,
    @Args(() => BulkRowsArgs) args: BulkRowsArgs,
    @Ctx() context: IdentityContext,
  ): Promise<Page<BulkRow>> {
    return listBulkRows(context, action, args);
  }
}

@Resolver(() => BulkActionRow)
export class BulkActionRowResolver {
  @FieldResolver()
  contactId(@Root() { contactId }: BulkRow): string {
    return toGlobalId("Contact", contactId);
  }

  @FieldResolver()
  contact(@Root() { contactId }: BulkRow, @Ctx() { loaders }: IdentityContext): Promise<ContactRow | null> {
    return loaders.contactById.load(contactId);
  }
}
