import { Field, Float, InputType, Int } from "type-graphql";
import type { FieldOwner, Sensitivity } from "../access/access-table.js";
import type { FieldType } from "./contact-field.policy.js";
import { FieldOwnerEnum, FieldTypeEnum, SensitivityEnum } from "./contact-field.enums.js";
import type { DefinitionInput } from "./definition.policy.js";

@InputType({ description: "A text in one language." })
export class LocalizedTextInput {
  @Field(() => String, { description: "The language as a BCP 47 tag, for example en or fr-CH." })
  locale: string;

  @Field(() => String, { description: "The text." })
  text: string;
}

@InputType({ description: "One choice of a select field." })
export class ContactFieldOptionInput {
  @Field(() => String, {
    nullable: true,
    description: "The id that values hold: 1 to 64 lower-case letters, digits, - and _. Left out for a new one.",
  })
  id?: string | null;

  @Field(() => [LocalizedTextInput], {
    description: "What a person reads, up to 100 characters; the default language is needed.",
  })
  labels: LocalizedTextInput[];
}

@InputType({ description: "What a new value must fit beyond its type." })
export class ContactFieldValidationInput {
  @Field(() => Boolean, { nullable: true, description: "Whether a value, once there, stays, and forms ask for one." })
  required?: boolean | null;

  @Field(() => Float, { nullable: true, description: "The lowest number." })
  min?: number | null;

  @Field(() => Float, { nullable: true, description: "The highest number." })
  max?: number | null;

  @Field(() => String, { nullable: true, description: "The earliest date, or date and time, in the field's type." })
  earliest?: string | null;

  @Field(() => String, { nullable: true, description: "The latest date, or date and time, in the field's type." })
  latest?: string | null;

  @Field(() => Int, { nullable: true, description: "The fewest characters." })
  minLength?: number | null;

  @Field(() => Int, { nullable: true, description: "The most characters." })
  maxLength?: number | null;

  @Field(() => String, {
    nullable: true,
    description: "What the whole text fits: RE2's syntax, up to 200 characters. It runs in linear time.",
  })
  pattern?: string | null;
}

@InputType({ description: "All that an account says of a custom field." })
export class ContactFieldDefinitionInput implements DefinitionInput {
  @Field(() => String, {
    description:
      "The name for programs: 2 to 64 lower-case letters, digits and _, and no standard field's name. It never changes.",
  })
  key: string;

  @Field(() => FieldTypeEnum, { description: "What kind of value it holds. It never changes." })
  type: FieldType;

  @Field(() => String, { defaultValue: "en", description: "The language in which every text is there (BCP 47)." })
  defaultLocale: string;

  @Field(() => [LocalizedTextInput], {
    description: "The name for people, up to 100 characters; the default language is needed.",
  })
  labels: LocalizedTextInput[];

  @Field(() => [LocalizedTextInput], {
    defaultValue: [],
    description: "A hint for whoever fills it in, up to 500 characters.",
  })
  help: LocalizedTextInput[];

  @Field(() => String, { description: "Why it is collected, up to 500 characters." })
  purpose: string;

  @Field(() => [ContactFieldOptionInput], { defaultValue: [], description: "The choices of a select field, in order." })
  options: ContactFieldOptionInput[];

  @Field(() => ContactFieldValidationInput, { nullable: true, description: "What a new value must fit." })
  validation?: ContactFieldValidationInput | null;

  @Field(() => SensitivityEnum, { description: "How confidential it is." })
  sensitivity: Sensitivity;

  @Field(() => FieldOwnerEnum, { description: "Who keeps it." })
  owner: FieldOwner;

  @Field(() => Boolean, { defaultValue: false, description: "Whether it is shown ahead of the others." })
  pinned: boolean;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Whether lists filter, sort and count by it. Not for what is kept sealed.",
  })
  filterable: boolean;
}

@InputType({ description: "A new custom field." })
export class CreateContactFieldInput {
  @Field(() => ContactFieldDefinitionInput, { description: "What it is." })
  definition: ContactFieldDefinitionInput;
}
