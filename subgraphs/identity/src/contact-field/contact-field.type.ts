import { Directive, Field, Float, ID, Int, ObjectType } from "type-graphql";
import type { FieldOwner, Sensitivity } from "../access/access-table.js";
import { Node } from "../node/node.type.js";
import {
  FieldIndexingEnum,
  FieldOwnerEnum,
  FieldStateEnum,
  FieldTypeEnum,
  SensitivityEnum,
} from "./contact-field.enums.js";
import type { FieldIndexing, FieldState, FieldType, FieldValidation } from "./contact-field.policy.js";

@ObjectType({ description: "A text in one language.", simpleResolvers: true })
export class LocalizedText {
  @Field(() => String, { description: "The language as a BCP 47 tag." })
  locale: string;

  @Field(() => String, { description: "The text." })
  text: string;
}

@ObjectType({ description: "One choice of a select field." })
export class ContactFieldOption {
  @Field(() => String, { description: "What a value holds. It never changes." })
  id: string;

  @Field(() => String, { description: "What a person reads." })
  label: string;

  @Field(() => [LocalizedText], { description: "The label in each of its languages, the default first." })
  labels: LocalizedText[];

  @Field(() => Boolean, { description: "Whether it is offered no more. Values that hold it stay." })
  retired: boolean;
}

@ObjectType({
  description: "What a new value must fit beyond its type; null where nothing is asked.",
  simpleResolvers: true,
})
export class ContactFieldValidation implements Omit<FieldValidation, "required"> {
  @Field(() => Boolean, { nullable: true, description: "Whether a value, once there, stays, and forms ask for one." })
  required?: boolean;

  @Field(() => Float, { nullable: true, description: "The lowest number." })
  min?: number;

  @Field(() => Float, { nullable: true, description: "The highest number." })
  max?: number;

  @Field(() => String, { nullable: true, description: "The earliest date, or date and time." })
  earliest?: string;

  @Field(() => String, { nullable: true, description: "The latest date, or date and time." })
  latest?: string;

  @Field(() => Int, { nullable: true, description: "The fewest characters." })
  minLength?: number;

  @Field(() => Int, { nullable: true, description: "The most characters." })
  maxLength?: number;

  @Field(() => String, { nullable: true, description: "What the whole text fits, in RE2's syntax." })
  pattern?: string;
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

  @Field(() => String, { description: "The name for programs: unique in the account. It never changes." })
  key: string;

  @Field(() => String, { description: "The language in which every text is there (BCP 47)." })
  defaultLocale: string;

  @Field(() => String, { description: "The name for people." })
  label: string;

  @Field(() => [LocalizedText], { description: "The label in each of its languages, the default first." })
  labels: LocalizedText[];

  @Field(() => String, { nullable: true, description: "A hint for whoever fills it in." })
  help: string | null;

  @Field(() => [LocalizedText], { description: "The hint in each of its languages, the default first." })
  helpTexts: LocalizedText[];

  @Field(() => FieldTypeEnum, { description: "What kind of value it holds. It never changes." })
  type: FieldType;

  @Field(() => SensitivityEnum, { description: "How confidential it is." })
  sensitivity: Sensitivity;

  @Field(() => FieldOwnerEnum, { description: "Who keeps it." })
  owner: FieldOwner;

  @Field(() => String, { description: "Why it is collected." })
  purpose: string;

  @Field(() => [ContactFieldOption], {
    description: "The choices of a select field, those still offered first; empty for other types.",
  })
  options: ContactFieldOption[];

  @Field(() => ContactFieldValidation, { description: "What a new value must fit." })
  validation: ContactFieldValidation;

  @Field(() => Int, { description: "Its place among the account's fields; pinned ones come first." })
  position: number;

  @Field(() => Boolean, { description: "Whether it is shown ahead of the others." })
  pinned: boolean;

  @Field(() => Boolean, { description: "Whether lists filter, sort and count by it." })
  filterable: boolean;

  @Field(() => FieldIndexingEnum, { description: "How lists find contacts by it." })
  indexing: FieldIndexing;

  @Field(() => FieldStateEnum, { description: "Where it is in its life." })
  state: FieldState;

  @Field(() => Int, { description: "Grows with each change of the definition." })
  version: number;
}
