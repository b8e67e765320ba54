import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { accountOf, type IdentityContext } from "../context.js";
import type { IdInput } from "../id-input.js";
import { mayUseEach, whyUnusable } from "./check-view.js";
import { filterForClient, orderForClient } from "./client-form.js";
import { createSavedView } from "./create-saved-view.js";
import { deleteSavedView } from "./delete-saved-view.js";
import { CreateSavedViewInput, DeleteSavedViewInput, UpdateSavedViewInput } from "./saved-view.input.js";
import { listSavedViews, type SavedViewRow } from "./saved-view.repository.js";
import { CreateSavedViewResult, DeleteSavedViewResult, UpdateSavedViewResult } from "./saved-view.result.js";
import { SavedView } from "./saved-view.type.js";
import { updateSavedView } from "./update-saved-view.js";

@Resolver(() => SavedView)
export class SavedViewResolver {
  @Query(() => [SavedView], { nullable: true, description: "The views that the account's members share, by name." })
  savedViews(@Ctx() context: IdentityContext): Promise<SavedViewRow[]> {
    const accountId = accountOf(context);
    return context.services.db.inAccount(accountId, (tx) => listSavedViews(tx, accountId));
  }

  @Mutation(() => CreateSavedViewResult, { nullable: true, description: "Saves a view for the account's members." })
  createSavedView(
    @Arg("input", () => CreateSavedViewInput, { description: "The view." }) input: CreateSavedViewInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof CreateSavedViewResult> {
    return createSavedView(context, input);
  }

  @Mutation(() => UpdateSavedViewResult, {
    nullable: true,
    description: "Changes a view: one's own, or as an owner or admin any.",
  })
  updateSavedView(
    @Arg("input", () => UpdateSavedViewInput, { description: "The view and its changes." }) input: UpdateSavedViewInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof UpdateSavedViewResult> {
    return updateSavedView(context, input);
  }

  @Mutation(() => DeleteSavedViewResult, {
    nullable: true,
    description: "Deletes a view: one's own, or as an owner or admin any.",
  })
  deleteSavedView(
    @Arg("input", () => DeleteSavedViewInput, { description: "Which." }) input: IdInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof DeleteSavedViewResult> {
    return deleteSavedView(context, input);
  }

  @FieldResolver()
  id(@Root() view: SavedViewRow): string {
    return toGlobalId("SavedView", view.id);
  }

  @FieldResolver()
  async usable(@Root() view: SavedViewRow, @Ctx() context: IdentityContext): Promise<boolean> {
    return (await whyUnusable(context, view, [])) === null;
  }

  // What a view compares with may be somebody's value: it is shown to those who may use each of its fields.
  @FieldResolver()
  async filter(@Root() view: SavedViewRow, @Ctx() context: IdentityContext): Promise<unknown> {
    return view.filter !== null && (await mayUseEach(context, view)) ? filterForClient(view.filter) : null;
  }

  @FieldResolver()
  async search(@Root() view: SavedViewRow, @Ctx() context: IdentityContext): Promise<string | null> {
    return (await mayUseEach(context, view)) ? view.search : null;
  }

  @FieldResolver()
  async orderBy(@Root() view: SavedViewRow, @Ctx() context: IdentityContext): Promise<unknown> {
    return (await mayUseEach(context, view)) ? orderForClient(view.orderBy) : null;
  }
}
