import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { IdentityContext } from "../context.js";
import { requestVerification } from "./request-verification.js";
import { RequestVerificationInput, VerifyEmailInput } from "./verification.input.js";
import { RequestVerificationResult, VerifyEmailResult } from "./verification.type.js";
import { verifyEmail } from "./verify-email.js";

@Resolver()
export class VerificationResolver {
  @Mutation(() => RequestVerificationResult, {
    description: "Sends a code to a person who wants to take part in a public studio.",
  })
  requestVerification(
    @Arg("input", () => RequestVerificationInput, { description: "Who asks, and for which studio." })
    input: RequestVerificationInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof RequestVerificationResult> {
    return requestVerification(context, input);
  }

  @Mutation(() => VerifyEmailResult, {
    description: "Proves an email by its code and signs the contact in: no password anywhere.",
  })
  verifyEmail(
    @Arg("input", () => VerifyEmailInput, { description: "The code, and where it was sent." }) input: VerifyEmailInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof VerifyEmailResult> {
    return verifyEmail(context, input);
  }
}
