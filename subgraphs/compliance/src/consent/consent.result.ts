import { Field, ObjectType, createUnionType } from "type-graphql";
import { Contact } from "../contact/contact.stub.js";
import { ConsentNotGiven, ConsentTextChanged, ProcessingRestricted } from "./consent.errors.js";
import { Consent } from "./consent.type.js";

/** A consent that is on record, and its contact. */
abstract class ConsentPayload {
  constructor(
    readonly consent: Consent,
    readonly contact: Contact,
  ) {}
}

@ObjectType({ description: "The consent is on record." })
export class GiveConsentPayload extends ConsentPayload {
  @Field(() => Consent, { description: "The consent as it stands now." })
  declare readonly consent: Consent;

  @Field(() => Contact, { description: "The contact who gave it." })
  declare readonly contact: Contact;
}

@ObjectType({ description: "The consent is withdrawn: nothing may be done on its ground from now on." })
export class WithdrawConsentPayload extends ConsentPayload {
  @Field(() => Consent, { description: "The consent as it stands now." })
  declare readonly consent: Consent;

  @Field(() => Contact, { description: "The contact who withdrew it." })
  declare readonly contact: Contact;
}

export const GiveConsentResult = createUnionType({
  name: "GiveConsentResult",
  description: "The consent, or why it was not recorded.",
  types: () => [GiveConsentPayload, ConsentTextChanged, ProcessingRestricted] as const,
});

export const WithdrawConsentResult = createUnionType({
  name: "WithdrawConsentResult",
  description: "The withdrawal, or why there is none.",
  types: () => [WithdrawConsentPayload, ConsentNotGiven] as const,
});
