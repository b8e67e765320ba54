import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { IdentityContext } from "../context.js";
import type { ContactRow } from "./contact.repository.js";
import { SyncContactsInput } from "./sync-contacts.input.js";
import { syncContacts, type SyncedRow } from "./sync-contacts.js";
import { SyncContactsResult, SyncRowResult } from "./sync-contacts.type.js";

@Resolver(() => SyncRowResult)
export class SyncContactsResolver {
  @Mutation(() => SyncContactsResult, {
    nullable: true,
    description: "Creates and updates contacts by their ids in the system of record.",
  })
  syncContacts(
    @Arg("input", () => SyncContactsInput, { description: "The rows." }) input: SyncContactsInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof SyncContactsResult> {
    return syncContacts(context, input);
  }

  @FieldResolver()
  async contact(@Root() { contactId }: SyncedRow, @Ctx() { loaders }: IdentityContext): Promise<ContactRow | null> {
    return contactId === null ? null : loaders.contactById.load(contactId);
  }
}
