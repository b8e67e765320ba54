import { ArgsType, Field, ID, InputType } from "type-graphql";
import { PageArgs } from "@studio/kit/paging/both-ways.js";
import { DenialGroundEnum, RequestKindEnum, RequestStatusEnum } from "./data-subject-request.enums.js";
import { MAX_STATEMENT } from "./data-subject-request.policy.js";
import type { DenialGround, RequestKind, RequestStatus } from "./data-subject-request.values.js";

const STATEMENT = `What the person says about it, at most ${MAX_STATEMENT} characters.`;

@InputType({ description: "A request that the signed-in contact files for themselves." })
export class FileDataSubjectRequestInput {
  @Field(() => RequestKindEnum, { description: "What they ask for." })
  kind: RequestKind;

  @Field(() => String, { nullable: true, description: STATEMENT })
  statement?: string | null;
}

@InputType({ description: "A request that reached the account by another way: a letter, a call." })
export class EnterDataSubjectRequestInput {
  @Field(() => ID, { description: "The contact who asks." })
  contactId: string;

  @Field(() => RequestKindEnum, { description: "What they ask for." })
  kind: RequestKind;

  @Field(() => String, { nullable: true, description: STATEMENT })
  statement?: string | null;
}

@InputType({ description: "A request by somebody who is not signed in." })
export class FileUnverifiedDataSubjectRequestInput {
  @Field(() => String, { description: "What the link of a public studio of the account ends with." })
  studioSlug: string;

  @Field(() => RequestKindEnum, { description: "What they ask for." })
  kind: RequestKind;

  @Field(() => String, { description: "Their first name." })
  firstName: string;

  @Field(() => String, { description: "Their last name." })
  lastName: string;

  @Field(() => String, { description: "The email address to answer to." })
  email: string;

  @Field(() => String, { nullable: true, description: STATEMENT })
  statement?: string | null;
}

@InputType({ description: "Who filed a request by the public form." })
export class IdentifyDataSubjectInput {
  @Field(() => ID, { description: "The request." })
  id: string;

  @Field(() => ID, { description: "The contact, whose identity somebody has checked." })
  contactId: string;
}

@InputType({ description: "That a request is granted." })
export class ApproveDataSubjectRequestInput {
  @Field(() => ID, { description: "The request." })
  id: string;

  @Field(() => String, { nullable: true, description: `What the person is told, at most ${MAX_STATEMENT} characters.` })
  explanation?: string | null;
}

@InputType({ description: "That a request is refused, and why." })
export class DenyDataSubjectRequestInput {
  @Field(() => ID, { description: "The request." })
  id: string;

  @Field(() => DenialGroundEnum, { description: "The ground in law." })
  ground: DenialGround;

  @Field(() => String, { description: `Why it applies, for the person to read; at most ${MAX_STATEMENT} characters.` })
  explanation: string;
}

@InputType({ description: "That the person takes a request back." })
export class WithdrawDataSubjectRequestInput {
  @Field(() => ID, { description: "The request." })
  id: string;
}

@InputType({ description: "Which requests. What is given together must all hold; each list means one of its values." })
export class DataSubjectRequestFilter {
  @Field(() => [RequestStatusEnum], { nullable: true, description: "Where they are in their life." })
  status?: RequestStatus[] | null;

  @Field(() => [RequestKindEnum], { nullable: true, description: "What they ask for." })
  kind?: RequestKind[] | null;

  @Field(() => Date, { nullable: true, description: "Only those to be answered before then." })
  dueBefore?: Date | null;
}

/** Which of the account's requests, and which page of them. */
@ArgsType()
export class DataSubjectRequestListArgs extends PageArgs {
  @Field(() => DataSubjectRequestFilter, { nullable: true, description: "Only requests of which this holds." })
  filter?: DataSubjectRequestFilter | null;
}
