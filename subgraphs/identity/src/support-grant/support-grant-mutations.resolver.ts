import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { IdentityContext } from "../context.js";
import type { IdInput } from "../id-input.js";
import { denySupportAccess } from "./deny-support-access.js";
import { extendSupportAccess } from "./extend-support-access.js";
import { grantSupportAccess } from "./grant-support-access.js";
import { requestSupportAccess } from "./request-support-access.js";
import { revokeSupportAccess } from "./revoke-support-access.js";
import {
  DenySupportAccessInput,
  ExtendSupportAccessInput,
  GrantSupportAccessInput,
  RequestSupportAccessInput,
  RevokeSupportAccessInput,
} from "./support-grant.input.js";
import { RequestSupportAccessResult, SupportGrantResult } from "./support-grant.result.js";

/** Staff ask, owners answer. */
@Resolver()
export class SupportGrantMutationsResolver {
  @Mutation(() => RequestSupportAccessResult, {
    nullable: true,
    description: "Asks an account's owners to let the staff person look. It shows nothing of the account.",
  })
  requestSupportAccess(
    @Arg("input", () => RequestSupportAccessInput, { description: "Where, and why." }) input: RequestSupportAccessInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof RequestSupportAccessResult> {
    return requestSupportAccess(context, input);
  }

  @Mutation(() => SupportGrantResult, { nullable: true, description: "Lets the staff person look, for 8 hours." })
  grantSupportAccess(
    @Arg("input", () => GrantSupportAccessInput, { description: "Which." }) input: IdInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof SupportGrantResult> {
    return grantSupportAccess(context, input);
  }

  @Mutation(() => SupportGrantResult, { nullable: true, description: "Says no to a request." })
  denySupportAccess(
    @Arg("input", () => DenySupportAccessInput, { description: "Which." }) input: IdInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof SupportGrantResult> {
    return denySupportAccess(context, input);
  }

  @Mutation(() => SupportGrantResult, {
    nullable: true,
    description: "Lets the staff person look for 24 hours longer than they might.",
  })
  extendSupportAccess(
    @Arg("input", () => ExtendSupportAccessInput, { description: "Which." }) input: IdInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof SupportGrantResult> {
    return extendSupportAccess(context, input);
  }

  @Mutation(() => SupportGrantResult, {
    nullable: true,
    description: "Ends a grant early: the staff person's next request sees nothing.",
  })
  revokeSupportAccess(
    @Arg("input", () => RevokeSupportAccessInput, { description: "Which." }) input: IdInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof SupportGrantResult> {
    return revokeSupportAccess(context, input);
  }
}
