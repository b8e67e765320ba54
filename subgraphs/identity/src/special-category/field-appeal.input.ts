import { Field, ID, InputType } from "type-graphql";
import { ContactFieldDefinitionInput } from "../contact-field/contact-field.input.js";
import { graphqlEnum } from "../graphql-enum.js";

export type AppealDecision = "approve" | "deny";

const AppealDecisionEnum = graphqlEnum<AppealDecision>("FieldAppealDecision", "What staff decide on an appeal.", {
  approve: "Exactly this definition may be created.",
  deny: "The refusal stands.",
});

@InputType({ description: "A case for a definition that was refused for a special category." })
export class AppealSpecialCategoryInput {
  @Field(() => ContactFieldDefinitionInput, { description: "The definition, word for word as it is to be created." })
  definition: ContactFieldDefinitionInput;

  @Field(() => String, {
    description: "In 20 to 2,000 characters: on which ground of GDPR art. 9 (2) or 10 it is lawful to collect this.",
  })
  attestation: string;
}

@InputType({ description: "What staff decide on an appeal." })
export class ReviewFieldAppealInput {
  @Field(() => ID, { description: "The appeal's id." })
  id: string;

  @Field(() => AppealDecisionEnum, { description: "Whether the definition may be created." })
  decision: AppealDecision;

  @Field(() => String, { description: "Why, in 10 to 1,000 characters; the account reads it." })
  reason: string;
}
