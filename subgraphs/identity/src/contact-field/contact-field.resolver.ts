import { Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import type { IdentityContext } from "../context.js";
import type { ContactFieldRow } from "./contact-field.repository.js";
import { ContactField } from "./contact-field.type.js";

@Resolver(() => ContactField)
export class ContactFieldResolver {
  @Query(() => [ContactField], { nullable: true, description: "The account's custom fields, pinned ones first." })
  contactFields(@Ctx() context: IdentityContext): Promise<ContactFieldRow[]> {
    return context.loaders.contactFields();
  }

  @FieldResolver()
  id(@Root() field: ContactFieldRow): string {
    return toGlobalId("ContactField", field.id);
  }
}
