import { Field, ID, ObjectType, createUnionType } from "type-graphql";
import type { FieldOwner, Sensitivity } from "../access/access-table.js";
import { FieldOwnerEnum, FieldTypeEnum, SensitivityEnum } from "../contact-field/contact-field.enums.js";
import type { FieldType } from "../contact-field/contact-field.policy.js";
import { LocalizedText } from "../contact-field/contact-field.type.js";
import { InvalidContactField } from "../contact-field/contact-field.errors.js";
import { graphqlEnum } from "../graphql-enum.js";
import type { AppealState } from "./field-appeal.table.js";
import type { SpecialCategory } from "./refused-category.js";
import {
  AlreadyAppealed,
  AppealDecided,
  InvalidStatement,
  NothingToAppeal,
  TooManyAppeals,
} from "./special-category.errors.js";
import { SpecialCategoryEnum } from "./special-category.enums.js";

const AppealStateEnum = graphqlEnum<AppealState>("FieldAppealState", "Where an appeal is.", {
  pending: "The platform's staff have yet to review it.",
  approved: "Exactly this definition may be created.",
  denied: "The refusal stands.",
});

@ObjectType({ description: "The definition that an appeal is about, word for word.", simpleResolvers: true })
export class AppealedDefinition {
  @Field(() => String, { description: "The name for programs." })
  key: string;

  @Field(() => FieldTypeEnum, { description: "What kind of value it would hold." })
  type: FieldType;

  @Field(() => SensitivityEnum, { description: "How confidential it would be." })
  sensitivity: Sensitivity;

  @Field(() => FieldOwnerEnum, { description: "Who would keep it." })
  owner: FieldOwner;

  @Field(() => String, { description: "Why it would be collected." })
  purpose: string;

  @Field(() => [LocalizedText], { description: "The name for people in each language." })
  labels: LocalizedText[];

  @Field(() => [LocalizedText], { description: "The hint in each language." })
  helpTexts: LocalizedText[];

  @Field(() => [LocalizedText], { description: "Every option's label in each language." })
  optionLabels: LocalizedText[];
}

@ObjectType({ description: "An owner's case for a custom field that was refused for a special category." })
export class FieldAppeal {
  @Field(() => ID, { description: "The appeal's id." })
  id: string;

  @Field(() => ID, { description: "The account that appeals." })
  accountId: string;

  @Field(() => AppealStateEnum, { description: "Where it is." })
  state: AppealState;

  @Field(() => [SpecialCategoryEnum], { description: "What the definition was refused for." })
  categories: SpecialCategory[];

  @Field(() => AppealedDefinition, { description: "The definition. An approval holds for it and for no other." })
  definition: AppealedDefinition;

  @Field(() => String, { description: "The owner's attestation: on which ground they may collect it." })
  attestation: string;

  @Field(() => Date, { description: "When it was filed." })
  filedAt: Date;

  @Field(() => Date, { nullable: true, description: "When it was decided." })
  reviewedAt: Date | null;

  @Field(() => String, { nullable: true, description: "Why it was decided so." })
  reason: string | null;
}

@ObjectType({ description: "The appeal is filed.", simpleResolvers: true })
export class AppealSpecialCategoryPayload {
  @Field(() => FieldAppeal, { description: "The appeal." })
  appeal: FieldAppeal;
}

export const AppealSpecialCategoryResult = createUnionType({
  name: "AppealSpecialCategoryResult",
  description: "What came of an appeal.",
  types: () =>
    [
      AppealSpecialCategoryPayload,
      InvalidContactField,
      NothingToAppeal,
      InvalidStatement,
      AlreadyAppealed,
      TooManyAppeals,
    ] as const,
});

@ObjectType({ description: "The appeal is decided.", simpleResolvers: true })
export class ReviewFieldAppealPayload {
  @Field(() => FieldAppeal, { description: "The appeal as it is now." })
  appeal: FieldAppeal;
}

export const ReviewFieldAppealResult = createUnionType({
  name: "ReviewFieldAppealResult",
  description: "What came of a review.",
  types: () => [ReviewFieldAppealPayload, InvalidStatement, AppealDecided] as const,
});
