import { Field, ID, InputType } from "type-graphql";
import { idInput } from "../id-input.js";
import type { SupportScope } from "./support-grant.policy.js";
import { SupportScopeEnum } from "./support-grant.type.js";

@InputType({ description: "Which account staff want to look into, and why." })
export class RequestSupportAccessInput {
  @Field(() => ID, { description: "The account's id." })
  accountId: string;

  @Field(() => String, { description: "What is to be seen, and what for: the account's owner reads it." })
  reason: string;

  @Field(() => [SupportScopeEnum], { nullable: true, description: "What to see; contacts alone if left out." })
  scopes?: SupportScope[] | null;
}

const ID_OF_GRANT = "The grant's id.";

export const GrantSupportAccessInput = idInput("GrantSupportAccessInput", "Which request to grant.", ID_OF_GRANT);
export const DenySupportAccessInput = idInput("DenySupportAccessInput", "Which request to deny.", ID_OF_GRANT);
export const ExtendSupportAccessInput = idInput("ExtendSupportAccessInput", "Which grant to extend.", ID_OF_GRANT);
export const RevokeSupportAccessInput = idInput("RevokeSupportAccessInput", "Which grant to end.", ID_OF_GRANT);
