import { Field, ObjectType, createUnionType } from "type-graphql";
import { AlreadyAsked } from "./already-asked.error.js";
import { InvalidReason, SupportAccessClosed, WrongGrantState } from "./support-grant.errors.js";
import { SupportGrant } from "./support-grant.type.js";

@ObjectType({ description: "The grant is so now.", simpleResolvers: true })
export class SupportGrantPayload {
  @Field(() => SupportGrant, { description: "The grant as it is now." })
  supportGrant: SupportGrant;
}

export const RequestSupportAccessResult = createUnionType({
  name: "RequestSupportAccessResult",
  description: "What came of asking for access.",
  types: () => [SupportGrantPayload, InvalidReason, SupportAccessClosed, AlreadyAsked] as const,
});

export const SupportGrantResult = createUnionType({
  name: "SupportGrantResult",
  description: "What came of answering, extending or ending a grant.",
  types: () => [SupportGrantPayload, WrongGrantState] as const,
});
