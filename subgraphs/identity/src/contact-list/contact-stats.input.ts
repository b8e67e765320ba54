import { ArgsType, Field, InputType, Int } from "type-graphql";
import { graphqlEnum } from "../graphql-enum.js";
import { ContactFilter } from "./contact-filter.input.js";
import type { ContactSelection } from "./contact-list.args.js";

export type FacetField = "status" | "group" | "studio";

export const ContactFacetFieldEnum = graphqlEnum<FacetField>("ContactFacetField", "By what contacts can be counted.", {
  status: "Where the contact is in their life.",
  group: "A group that the contact is in; one in several is counted in each.",
  studio:
    "A studio that the contact has a submission in, neither withdrawn nor purged, or an open or accepted invitation to; one in several is counted in each.",
});

@InputType({ description: "One way to count contacts: by a standard field, or by a custom one of few values." })
export class ContactFacetInput {
  @Field(() => ContactFacetFieldEnum, { nullable: true, description: "A standard field; or else name `custom`." })
  field?: FacetField | null;

  @Field(() => String, { nullable: true, description: "The key of a select or boolean field." })
  custom?: string | null;

  @Field(() => Int, { defaultValue: 20, description: "How many values, 1 to 100, the most frequent first." })
  first: number;
}

@ArgsType()
export class ContactStatsArgs implements ContactSelection {
  @Field(() => ContactFilter, { nullable: true, description: "Only contacts of which this holds; `{}` holds for all." })
  filter?: ContactFilter | null;

  @Field(() => String, {
    nullable: true,
    description: "Only contacts in whose names or email these words are found. Blank, it is no search.",
  })
  search?: string | null;

  @Field(() => [ContactFacetInput], { description: "By what to count, at most 10." })
  facets: ContactFacetInput[];
}
