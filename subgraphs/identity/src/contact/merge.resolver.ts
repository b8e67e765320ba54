import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { IdentityContext } from "../context.js";
import { findVisibleContact } from "./contact.facts.js";
import type { ContactRow } from "./contact.repository.js";
import { Contact } from "./contact.type.js";
import { mergeContacts } from "./merge-contacts.js";
import { MergeContactsInput, UndoMergeInput } from "./merge.input.js";
import { MergeContactsResult, UndoMergeResult } from "./merge.type.js";
import { undoMerge } from "./undo-merge.js";

@Resolver(() => Contact)
export class MergeResolver {
  @Mutation(() => MergeContactsResult, {
    nullable: true,
    description: "Makes one of two contacts that are the same person; it can be undone until the duplicate is erased.",
  })
  mergeContacts(
    @Arg("input", () => MergeContactsInput, { description: "Who stays, and who is merged into them." })
    input: MergeContactsInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof MergeContactsResult> {
    return mergeContacts(context, input);
  }

  @Mutation(() => UndoMergeResult, { nullable: true, description: "Makes two contacts of a merged one again." })
  undoMerge(
    @Arg("input", () => UndoMergeInput, { description: "Which merge." }) input: UndoMergeInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof UndoMergeResult> {
    return undoMerge(context, input);
  }

  @FieldResolver(() => Contact, {
    nullable: true,
    description: "The contact that this one was merged into; null if it was not.",
  })
  mergedInto(@Root() { mergedInto }: ContactRow, @Ctx() context: IdentityContext): Promise<ContactRow | null> | null {
    return mergedInto === null ? null : findVisibleContact(mergedInto, context);
  }
}
