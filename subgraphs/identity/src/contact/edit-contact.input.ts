import { Field, ID, InputType, Int } from "type-graphql";
import { CustomFieldInput } from "./custom-field.input.js";

@InputType({ description: "A new contact." })
export class CreateContactInput {
  @Field(() => String, { description: "The first name." })
  firstName: string;

  @Field(() => String, { description: "The last name." })
  lastName: string;

  @Field(() => String, { description: "The email: unique in the account, whatever its case or spelling (IDNA)." })
  email: string;

  @Field(() => String, { nullable: true, description: "The phone number (E.164)." })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: "The id in the account's system of record." })
  externalId?: string | null;

  @Field(() => [CustomFieldInput], { defaultValue: [], description: "Values of custom fields." })
  customFields: CustomFieldInput[];
}

@InputType({
  description: "New values of a contact. What is left out, or is so already, stays as it is, whoever may change it.",
})
export class UpdateContactInput {
  @Field(() => ID, { description: "The contact." })
  id: string;

  @Field(() => Int, { description: "The version that was read: if the contact changed since, nothing is written." })
  version: number;

  @Field(() => String, { nullable: true, description: "The first name." })
  firstName?: string | null;

  @Field(() => String, { nullable: true, description: "The last name." })
  lastName?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The email. A contact's own new address becomes theirs once they prove it by the code sent there.",
  })
  email?: string | null;

  @Field(() => String, { nullable: true, description: "The phone number (E.164); null clears it." })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: "The id in the account's system of record; null clears it." })
  externalId?: string | null;

  @Field(() => [CustomFieldInput], { defaultValue: [], description: "Values of custom fields." })
  customFields: CustomFieldInput[];
}

@InputType({ description: "A contact to set aside." })
export class ArchiveContactInput {
  @Field(() => ID, { description: "The contact." })
  id: string;

  @Field(() => Int, { nullable: true, description: "The version that was read, to act on nothing else." })
  version?: number | null;
}

@InputType({ description: "A contact to bring back." })
export class RestoreContactInput {
  @Field(() => ID, { description: "The contact." })
  id: string;

  @Field(() => Int, { nullable: true, description: "The version that was read, to act on nothing else." })
  version?: number | null;
}
