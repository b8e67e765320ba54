import { Field, ObjectType, createUnionType } from "type-graphql";
import { Contact } from "../contact/contact.type.js";
import {
  CodeExpired,
  CodeRejected,
  InvalidEmail,
  InvalidName,
  StudioUnavailable,
  VerificationLocked,
} from "./verification.errors.js";

@ObjectType({ description: "A code is on its way. The answer is the same for whoever asks.", simpleResolvers: true })
export class RequestVerificationPayload {
  @Field(() => String, { description: "Where it is sent, as it was given." })
  email: string;

  @Field(() => Date, { description: "Until when the code is good." })
  expiresAt: Date;
}

@ObjectType({ description: "The email is proven, and the contact signed in.", simpleResolvers: true })
export class VerifyEmailPayload {
  @Field(() => String, { description: "The session: send it as `Authorization: Bearer …`. Shown once." })
  sessionToken: string;

  @Field(() => Date, { description: "Until when the session is good." })
  expiresAt: Date;

  @Field(() => Contact, { description: "The contact, verified." })
  contact: Contact;
}

export const RequestVerificationResult = createUnionType({
  name: "RequestVerificationResult",
  description: "What came of asking for a code.",
  types: () => [RequestVerificationPayload, InvalidEmail, InvalidName, StudioUnavailable] as const,
});

export const VerifyEmailResult = createUnionType({
  name: "VerifyEmailResult",
  description: "What came of showing a code.",
  types: () => [VerifyEmailPayload, CodeRejected, CodeExpired, VerificationLocked, StudioUnavailable] as const,
});
