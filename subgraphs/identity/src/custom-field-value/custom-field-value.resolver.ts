import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { ContactFieldRow } from "../contact-field/contact-field.repository.js";
import type { ContactRow } from "../contact/contact.repository.js";
import { openValue } from "../contact/sealed-value.js";
import type { IdentityContext } from "../context.js";
import { CustomFieldValue } from "./custom-field-value.type.js";

/** A value on its way to the viewer: who has it, and in which field. */
export interface CustomFieldEntry {
  contact: ContactRow;
  field: ContactFieldRow;
  key: string;
}

@Resolver(() => CustomFieldValue)
export class CustomFieldValueResolver {
  /**
   * Runs only once the rule has let it: what is sealed stays sealed for everybody else. Either storage may have the
   * value while a change of sensitivity is under way.
   */
  @FieldResolver()
  async value(@Root() { contact, field }: CustomFieldEntry, @Ctx() context: IdentityContext): Promise<unknown> {
    const sealed = contact.sealedCustom[field.id];
    if (sealed === undefined) return contact.custom[field.id] ?? null;
    const key = await context.loaders.dataKeyByContact.load(contact.id);
    return key && openValue(key, contact.accountId, contact.id, field.id, sealed);
  }
}
