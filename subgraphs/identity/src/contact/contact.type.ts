import { Directive, Field, ID, Int, ObjectType } from "type-graphql";
import { connectionOf } from "@studio/kit/paging/connection.js";
import { CustomFieldValue } from "../custom-field-value/custom-field-value.type.js";
import { graphqlEnum } from "../graphql-enum.js";
import { Node } from "../node/node.type.js";
import type { ContactStatus } from "./contact-status.js";

export const ContactStatusEnum = graphqlEnum<ContactStatus>("ContactStatus", "Where a contact is in their life.", {
  invited: "Invited; has not come yet.",
  unverified: "Known, the email not yet proven.",
  verified: "Has proven their email.",
  archived: "Set aside by the account.",
  erasing: "Being erased.",
  erased: "Gone: only the id is left.",
});

@Directive('@key(fields: "id")')
@ObjectType({ description: "A person whose photos are collected.", implements: Node, simpleResolvers: true })
export class Contact extends Node {
  @Field(() => ID, { description: "The global id: opaque, and unique over all types." })
  override id: string;

  @Field(() => ContactStatusEnum, { nullable: true, description: "Where the contact is in their life." })
  status: ContactStatus | null;

  @Field(() => Int, {
    nullable: true,
    description: "Grows with each change: send it back to change only what you saw.",
  })
  version: number | null;

  @Field(() => Date, {
    nullable: true,
    description: "Since when processing is restricted (GDPR art. 18); null if it is not.",
  })
  processingRestrictedAt: Date | null;

  @Field(() => String, { nullable: true, description: "The first name." })
  firstName: string | null;

  @Field(() => String, { nullable: true, description: "The last name." })
  lastName: string | null;

  @Field(() => String, { nullable: true, description: "The email address; masked for some." })
  email: string | null;

  @Field(() => String, { nullable: true, description: "The phone number (E.164); masked for some." })
  phone: string | null;

  @Field(() => String, { nullable: true, description: "The id in the account's system of record." })
  externalId: string | null;

  @Field(() => [CustomFieldValue], {
    nullable: true,
    description: "One entry per custom field in use, pinned ones first.",
  })
  customFields: CustomFieldValue[] | null;
}

export const { Edge: ContactEdge, Connection: ContactConnection } = connectionOf("Contact", () => Contact);
export type ContactConnection = InstanceType<typeof ContactConnection>;
