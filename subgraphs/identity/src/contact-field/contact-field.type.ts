import { Directive, Field, ID, Int, ObjectType } from "type-graphql";
import type { FieldOwner, Sensitivity } from "../access/access-table.js";
import { graphqlEnum } from "../graphql-enum.js";
import { Node } from "../node/node.type.js";
import type { FieldType } from "./contact-field.policy.js";
import type { ContactFieldRow } from "./contact-field.repository.js";

const FieldTypeEnum = graphqlEnum<FieldType>("ContactFieldType", "What kind of value a custom field holds.", {
  text: "One line of text.",
  long_text: "Text of several lines.",
  integer: "A whole number.",
  decimal: "A number.",
  boolean: "True or false.",
  date: "A date as YYYY-MM-DD.",
  date_time: "A point in time (RFC 3339).",
  single_select: "The id of one option.",
  multi_select: "The ids of several options.",
  email: "An email address.",
  phone: "A phone number (E.164).",
  url: "A web address.",
});

const SensitivityEnum = graphqlEnum<Sensitivity>("Sensitivity", "How confidential a custom field is.", {
  L0: "Public: may appear in a gallery.",
  L1: "Internal to the account.",
  L2: "Confidential: by role or by grant. Kept sealed.",
  L3: "Restricted: to the contact, and with a stated purpose. Kept sealed.",
});

const FieldOwnerEnum = graphqlEnum<FieldOwner>("ContactFieldOwner", "Who keeps a custom field.", {
  hr: "The HR system.",
  admin: "The account's admins.",
  contact: "The contact.",
});

const FieldStateEnum = graphqlEnum<ContactFieldRow["state"]>(
  "ContactFieldState",
  "Where a custom field is in its life.",
  {
    active: "In use.",
    deprecated: "Still readable; to be used no more.",
    archived: "Hidden, its values kept.",
    deleted: "Its values are destroyed.",
  },
);

@ObjectType({ description: "One choice of a select field.", simpleResolvers: true })
export class ContactFieldOption {
  @Field(() => String, { description: "What a value holds. It never changes." })
  id: string;

  @Field(() => String, { description: "What a person reads." })
  label: string;
}

@Directive('@key(fields: "id")')
@ObjectType({
  description: "A custom property that an account collects about its contacts.",
  implements: Node,
  simpleResolvers: true,
})
export class ContactField extends Node {
  @Field(() => ID, { description: "The field's global id: it never changes." })
  override id: string;

  @Field(() => String, { description: "The name for programs: unique in the account." })
  key: string;

  @Field(() => String, { description: "The name for people." })
  label: string;

  @Field(() => FieldTypeEnum, { description: "What kind of value it holds." })
  type: FieldType;

  @Field(() => SensitivityEnum, { description: "How confidential it is." })
  sensitivity: Sensitivity;

  @Field(() => FieldOwnerEnum, { description: "Who keeps it." })
  owner: FieldOwner;

  @Field(() => String, { description: "Why it is collected." })
  purpose: string;

  @Field(() => [ContactFieldOption], { description: "The choices of a select field; empty for other types." })
  options: ContactFieldOption[];

  @Field(() => Int, { description: "Its place among the account's fields; pinned ones come first." })
  position: number;

  @Field(() => Boolean, { description: "Whether it is shown ahead of the others." })
  pinned: boolean;

  @Field(() => FieldStateEnum, { description: "Where it is in its life." })
  state: ContactFieldRow["state"];
}
