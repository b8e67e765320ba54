import { Field, Int, ObjectType } from "type-graphql";
import { ContactFacetFieldEnum, type FacetField } from "./contact-stats.input.js";

@ObjectType({ description: "One value, and how many contacts have it.", simpleResolvers: true })
export class ContactFacetValue {
  @Field(() => String, {
    nullable: true,
    description:
      "The status, the group's or studio's id, the option's id, or `true` and `false`; null for contacts without any.",
  })
  value: string | null;

  @Field(() => String, {
    nullable: true,
    description: "What a person reads: the group's or studio's name, the option's label.",
  })
  label: string | null;

  @Field(() => Int, { description: "How many contacts." })
  count: number;
}

@ObjectType({ description: "Contacts counted by one field.", simpleResolvers: true })
export class ContactFacet {
  @Field(() => ContactFacetFieldEnum, { nullable: true, description: "The standard field that was counted by." })
  field: FacetField | null;

  @Field(() => String, { nullable: true, description: "The key of the custom field that was counted by." })
  custom: string | null;

  @Field(() => [ContactFacetValue], { description: "Its values, the most frequent first." })
  values: ContactFacetValue[];
}

@ObjectType({ description: "Contacts counted.", simpleResolvers: true })
export class ContactStats {
  @Field(() => Int, { description: "How many contacts there are in all." })
  totalCount: number;

  @Field(() => [ContactFacet], { description: "One entry per facet, in the order in which they were asked for." })
  facets: ContactFacet[];
}
