import { Field, InputType } from "type-graphql";
import type { Direction } from "@studio/kit/paging/keyset.js";
import { graphqlEnum } from "../graphql-enum.js";

export type OrderField = "created_at" | "updated_at" | "first_name" | "last_name" | "email" | "external_id" | "status";

const ContactOrderFieldEnum = graphqlEnum<OrderField>("ContactOrderField", "By what contacts can be ordered.", {
  created_at: "When the contact was added.",
  updated_at: "When the contact last changed.",
  first_name: "The first name.",
  last_name: "The last name.",
  email: "The email address.",
  external_id: "The id in the account's system of record.",
  status: "Where the contact is in their life, by the status's name.",
});

const OrderDirectionEnum = graphqlEnum<Direction>("OrderDirection", "Which end of an order comes first.", {
  asc: "The smallest or earliest first; those without a value last.",
  desc: "The greatest or latest first; those without a value before them.",
});

@InputType({ description: "One field by which contacts are ordered: a standard one, or a custom one by its key." })
export class ContactOrder {
  @Field(() => ContactOrderFieldEnum, { nullable: true, description: "A standard field; or else name `custom`." })
  field?: OrderField | null;

  @Field(() => String, { nullable: true, description: "The key of a custom field with one comparable value." })
  custom?: string | null;

  @Field(() => OrderDirectionEnum, { defaultValue: "asc", description: "Which end comes first." })
  direction: Direction;
}
