import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { notFound } from "@studio/kit/error/codes.js";
import { PageArgs } from "@studio/kit/paging/both-ways.js";
import type { Page } from "@studio/kit/paging/connection.js";
import { fromGlobalId, toGlobalId } from "@studio/kit/paging/global-id.js";
import { accessTo } from "../access/access-to.js";
import { maskEmail, maskPhone } from "../access/mask.js";
import { isShown } from "../contact-field/contact-field.policy.js";
import type { IdentityContext } from "../context.js";
import type { CustomFieldEntry } from "../custom-field-value/custom-field-value.resolver.js";
import type { InvitationRow } from "../invitation/invitation.repository.js";
import { InvitationConnection } from "../invitation/invitation.type.js";
import { listInvitations } from "../invitation/list-invitations.js";
import { contactFacts, findVisibleContact } from "./contact.facts.js";
import type { ContactRow } from "./contact.repository.js";
import { openPhone } from "./sealed-value.js";
import { Contact } from "./contact.type.js";

@Resolver(() => Contact)
export class ContactResolver {
  @Query(() => Contact, {
    nullable: true,
    description: "One contact. Another account's, or another group's, is not found.",
  })
  async contact(
    @Arg("id", () => ID, { description: "The contact's id." }) id: string,
    @Ctx() context: IdentityContext,
  ): Promise<ContactRow> {
    const contact = await findVisibleContact(fromGlobalId("Contact", id), context);
    if (!contact) throw notFound("contact");
    return contact;
  }

  @FieldResolver()
  id(@Root() contact: ContactRow): string {
    return toGlobalId("Contact", contact.id);
  }

  @FieldResolver()
  processingRestrictedAt(@Root() contact: ContactRow): Date | null {
    return contact.restrictedAt;
  }

  @FieldResolver()
  async email(@Root() contact: ContactRow, @Ctx() context: IdentityContext): Promise<string | null> {
    if (contact.email === null) return null;
    const access = accessTo(context, "email", await contactFacts(contact, context));
    return access.kind === "read" ? contact.email : maskEmail(contact.email);
  }

  @FieldResolver()
  async phone(@Root() contact: ContactRow, @Ctx() context: IdentityContext): Promise<string | null> {
    if (contact.phoneSealed === null) return null;
    const key = await context.loaders.dataKeyByContact.load(contact.id);
    if (!key) return null;
    const phone = openPhone(key, contact.accountId, contact.id, contact.phoneSealed);
    const access = accessTo(context, "phone", await contactFacts(contact, context));
    return access.kind === "read" ? phone : maskPhone(phone);
  }

  @FieldResolver()
  async customFields(
    @Root() contact: ContactRow,
    @Arg("keys", () => [String], {
      nullable: true,
      description: "Only these fields; keys that are not in use are passed over.",
    })
    keys: string[] | null | undefined,
    @Ctx() context: IdentityContext,
  ): Promise<CustomFieldEntry[]> {
    const fields = await context.loaders.contactFields();
    const wanted = fields.filter((field) => isShown(field.state) && (!keys || keys.includes(field.key)));
    return wanted.map((field) => ({ contact, field, key: field.key }));
  }

  @FieldResolver(() => InvitationConnection, {
    nullable: true,
    description: "The contact's invitations to studios, the newest first.",
  })
  invitations(
    @Root() contact: ContactRow,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: IdentityContext,
  ): Promise<Page<InvitationRow>> {
    return listInvitations(context, contact.id, args);
  }
}
