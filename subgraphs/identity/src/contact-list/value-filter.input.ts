import { GraphQLJSON } from "graphql-scalars";
import { Field, InputType } from "type-graphql";
import { IdFilter } from "@studio/kit/paging/value-filter.input.js";
import type { ContactStatus } from "../contact/contact-status.js";
import { ContactStatusEnum } from "../contact/contact.type.js";

const IS_SET = "Whether there is a value at all.";

@InputType({ description: "Compares a text. What is given together must all hold." })
export class TextFilter {
  @Field(() => String, { nullable: true, description: "Exactly this text. Emails compare as normalised." })
  eq?: string | null;

  @Field(() => [String], { nullable: true, description: "One of these texts, at most 500." })
  in?: string[] | null;

  @Field(() => String, { nullable: true, description: "Before this text, in the order in which lists are sorted." })
  lt?: string | null;

  @Field(() => String, { nullable: true, description: "After this text, in the order in which lists are sorted." })
  gt?: string | null;

  @Field(() => [String], { nullable: true, description: "Two texts: from the first to the second, both included." })
  between?: string[] | null;

  @Field(() => String, { nullable: true, description: "Has this text in it; upper and lower case are the same." })
  contains?: string | null;

  @Field(() => String, { nullable: true, description: "Begins with this text; upper and lower case are the same." })
  startsWith?: string | null;

  @Field(() => Boolean, { nullable: true, description: IS_SET })
  isSet?: boolean | null;
}

@InputType({ description: "Compares a contact's status." })
export class ContactStatusFilter {
  @Field(() => ContactStatusEnum, { nullable: true, description: "Exactly this one." })
  eq?: ContactStatus | null;

  @Field(() => [ContactStatusEnum], { nullable: true, description: "One of these." })
  in?: ContactStatus[] | null;
}

@InputType({ description: "Compares the groups that a contact is in. What is given together must all hold." })
export class GroupFilter extends IdFilter {
  @Field(() => Boolean, { nullable: true, description: "Whether the contact is in any group." })
  isSet?: boolean | null;
}

@InputType({ description: "Asks about a value that is kept sealed: it cannot be compared." })
export class PresenceFilter {
  @Field(() => Boolean, { nullable: true, description: IS_SET })
  isSet?: boolean | null;
}

@InputType({
  description: "Compares a custom field. Values must fit the field's type. What is given together must all hold.",
})
export class CustomFieldFilter {
  @Field(() => String, { description: "The field's key." })
  key: string;

  @Field(() => GraphQLJSON, { nullable: true, description: "Exactly this value." })
  eq?: unknown;

  @Field(() => [GraphQLJSON], { nullable: true, description: "One of these values, at most 500." })
  in?: unknown[] | null;

  @Field(() => GraphQLJSON, { nullable: true, description: "Less, earlier, or before this value." })
  lt?: unknown;

  @Field(() => GraphQLJSON, { nullable: true, description: "More, later, or after this value." })
  gt?: unknown;

  @Field(() => [GraphQLJSON], {
    nullable: true,
    description: "Two values: from the first to the second, both included.",
  })
  between?: unknown[] | null;

  @Field(() => String, {
    nullable: true,
    description: "A text has this in it, upper and lower case alike; a multi-select has the option with this id.",
  })
  contains?: string | null;

  @Field(() => String, { nullable: true, description: "A text begins with this; upper and lower case are the same." })
  startsWith?: string | null;

  @Field(() => Boolean, { nullable: true, description: IS_SET })
  isSet?: boolean | null;
}
