import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { IdentityContext } from "../context.js";
import { previewAs } from "./preview-as.js";
import { PreviewAsInput } from "./preview.input.js";
import { PreviewAsResult } from "./preview.result.js";

@Resolver()
export class PreviewResolver {
  @Mutation(() => PreviewAsResult, {
    nullable: true,
    description:
      "Begins a preview of one hour: requests that show its token see the account as the role does, and change nothing. Owners only.",
  })
  previewAs(
    @Arg("input", () => PreviewAsInput, { description: "As whom to look." }) input: PreviewAsInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof PreviewAsResult> {
    return previewAs(context, input);
  }
}
