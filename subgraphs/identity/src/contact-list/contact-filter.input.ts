import { Field, InputType } from "type-graphql";
import { IdFilter, MomentFilter } from "@studio/kit/paging/value-filter.input.js";
import {
  ContactStatusFilter,
  CustomFieldFilter,
  GroupFilter,
  PresenceFilter,
  TextFilter,
} from "./value-filter.input.js";

/** A tree of conditions on a contact's fields. */
@InputType({
  description:
    "Conditions on contacts, as a tree. What one object names must all hold, so `{}` holds for every contact. A field that the viewer may not read in full is refused.",
})
export class ContactFilter {
  @Field(() => [ContactFilter], { nullable: true, description: "All of these hold; `[]` holds for every contact." })
  and?: ContactFilter[] | null;

  @Field(() => [ContactFilter], { nullable: true, description: "At least one of these holds; `[]` holds for none." })
  or?: ContactFilter[] | null;

  @Field(() => ContactFilter, {
    nullable: true,
    description: "This does not hold. A contact without a value is among them.",
  })
  not?: ContactFilter | null;

  @Field(() => IdFilter, { nullable: true, description: "The contact's id." })
  id?: IdFilter | null;

  @Field(() => ContactStatusFilter, { nullable: true, description: "Where the contact is in their life." })
  status?: ContactStatusFilter | null;

  @Field(() => TextFilter, { nullable: true, description: "The first name." })
  firstName?: TextFilter | null;

  @Field(() => TextFilter, { nullable: true, description: "The last name." })
  lastName?: TextFilter | null;

  @Field(() => TextFilter, {
    nullable: true,
    description: "The email address, as normalised: in lower case, the domain in ASCII (IDNA).",
  })
  email?: TextFilter | null;

  @Field(() => PresenceFilter, { nullable: true, description: "The phone number: kept sealed, so not compared." })
  phone?: PresenceFilter | null;

  @Field(() => TextFilter, { nullable: true, description: "The id in the account's system of record." })
  externalId?: TextFilter | null;

  @Field(() => GroupFilter, { nullable: true, description: "A group that the contact is in." })
  group?: GroupFilter | null;

  @Field(() => MomentFilter, { nullable: true, description: "Since when processing is restricted (GDPR art. 18)." })
  restrictedAt?: MomentFilter | null;

  @Field(() => MomentFilter, { nullable: true, description: "When the contact was added." })
  createdAt?: MomentFilter | null;

  @Field(() => MomentFilter, { nullable: true, description: "When the contact last changed." })
  updatedAt?: MomentFilter | null;

  @Field(() => CustomFieldFilter, { nullable: true, description: "A custom field, named by its key." })
  custom?: CustomFieldFilter | null;
}
