import { Field, InputType } from "type-graphql";
import { CustomFieldInput } from "./custom-field.input.js";

@InputType({ description: "One person of the system of record. What is left out stays as it is." })
export class SyncContactRow {
  @Field(() => String, { description: "The id in the system of record." })
  externalId: string;

  @Field(() => String, { nullable: true, description: "The first name; needed for a new contact." })
  firstName?: string | null;

  @Field(() => String, { nullable: true, description: "The last name; needed for a new contact." })
  lastName?: string | null;

  @Field(() => String, { nullable: true, description: "The email; needed for a new contact, unique in the account." })
  email?: string | null;

  @Field(() => String, { nullable: true, description: "The phone number (E.164); null clears it." })
  phone?: string | null;

  @Field(() => [CustomFieldInput], { defaultValue: [], description: "Values of custom fields." })
  customFields: CustomFieldInput[];
}

@InputType({ description: "Contacts to create or update by their external ids." })
export class SyncContactsInput {
  @Field(() => [SyncContactRow], { description: "The rows, at most 2,000. Each stands or falls by itself." })
  rows: SyncContactRow[];
}
