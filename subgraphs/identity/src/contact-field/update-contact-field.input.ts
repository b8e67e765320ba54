import { Field, ID, InputType, Int } from "type-graphql";
import type { FieldOwner, Sensitivity } from "../access/access-table.js";
import { FieldOwnerEnum, SensitivityEnum } from "./contact-field.enums.js";
import { ContactFieldOptionInput, ContactFieldValidationInput, LocalizedTextInput } from "./contact-field.input.js";

@InputType({
  description: "Changes to a custom field. What is left out, or null, stays as it is; key and type always do.",
})
export class UpdateContactFieldInput {
  @Field(() => ID, { description: "The field's id." })
  id: string;

  @Field(() => Int, { description: "The version that was read." })
  version: number;

  @Field(() => String, { nullable: true, description: "The language in which every text is there (BCP 47)." })
  defaultLocale?: string | null;

  @Field(() => [LocalizedTextInput], { nullable: true, description: "All labels." })
  labels?: LocalizedTextInput[] | null;

  @Field(() => [LocalizedTextInput], { nullable: true, description: "All hints." })
  help?: LocalizedTextInput[] | null;

  @Field(() => String, { nullable: true, description: "Why it is collected." })
  purpose?: string | null;

  @Field(() => [ContactFieldOptionInput], {
    nullable: true,
    description: "All choices that are offered from now on, in order. One that is left out retires: values keep it.",
  })
  options?: ContactFieldOptionInput[] | null;

  @Field(() => ContactFieldValidationInput, { nullable: true, description: "All that a new value must fit." })
  validation?: ContactFieldValidationInput | null;

  @Field(() => SensitivityEnum, {
    nullable: true,
    description: "How confidential it is. It counts at once; values are then sealed or opened contact by contact.",
  })
  sensitivity?: Sensitivity | null;

  @Field(() => FieldOwnerEnum, { nullable: true, description: "Who keeps it." })
  owner?: FieldOwner | null;

  @Field(() => Boolean, { nullable: true, description: "Whether it is shown ahead of the others." })
  pinned?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: "Whether lists filter, sort and count by it." })
  filterable?: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description: "Its place among the account's fields, from 0; the others make room.",
  })
  position?: number | null;
}
