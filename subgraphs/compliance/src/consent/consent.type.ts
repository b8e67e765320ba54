import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import type { ConsentState as State, Purpose as PurposeValue } from "./consent.values.js";

/** What a contact may consent to, as the graph names it. */
export const ConsentPurpose = {
  PROCESSING: "processing",
  AI_TRAINING: "ai_training",
  MARKETING: "marketing",
} as const satisfies Record<string, PurposeValue>;

registerEnumType(ConsentPurpose, {
  name: "ConsentPurpose",
  description: "What a contact may consent to.",
  valuesConfig: {
    PROCESSING: { description: "Taking, editing and keeping their photos for the studio." },
    AI_TRAINING: { description: "Training AI with their photos: off unless they opt in (P15)." },
    MARKETING: { description: "Using their photos or address to advertise." },
  },
});

/** What a contact has said last, as the graph names it. */
export const ConsentState = { GIVEN: "given", WITHDRAWN: "withdrawn" } as const satisfies Record<string, State>;

registerEnumType(ConsentState, {
  name: "ConsentState",
  description: "What a contact has said last about a purpose.",
  valuesConfig: {
    GIVEN: { description: "They agreed, and have not withdrawn it." },
    WITHDRAWN: { description: "They agreed once and have withdrawn it." },
  },
});

@ObjectType({ description: "Something a contact once said about a purpose: the proof of it.", simpleResolvers: true })
export class ConsentChange {
  @Field(() => ConsentState, { description: "What was said." })
  state: State;

  @Field(() => Date, { description: "When it was said." })
  changedAt: Date;

  @Field(() => Int, { description: "The version of the studio's consent text that was shown." })
  textVersion: number;
}

/** One purpose's consent. A purpose that is not listed was never consented to. */
@ObjectType({
  description: "What a contact has said about one purpose. A purpose that is not listed was never consented to.",
  simpleResolvers: true,
})
export class Consent {
  /** Whose it is, where the viewer may see more than its state; not in the graph. */
  contactId: string | null;

  @Field(() => ConsentPurpose, { description: "What it is about." })
  purpose: PurposeValue;

  @Field(() => ConsentState, { description: "What was said last." })
  state: State;

  @Field(() => Date, { nullable: true, description: "When it was said. Null for those who see the state only." })
  changedAt: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: "The version of the studio's consent text that was shown. Null for those who see the state only.",
  })
  textVersion: number | null;
}
