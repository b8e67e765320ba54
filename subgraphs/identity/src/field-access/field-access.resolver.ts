import { Args, Ctx, Query, Resolver } from "type-graphql";
import type { IdentityContext } from "../context.js";
import { explainFieldAccess } from "./explain-field-access.js";
import { ExplainFieldAccessArgs } from "./field-access.input.js";
import { FieldAccess } from "./field-access.type.js";

@Resolver(() => FieldAccess)
export class FieldAccessResolver {
  @Query(() => FieldAccess, {
    nullable: true,
    description: "Why somebody may, or may not, see a field of a contact. For owners, admins and privacy officers.",
  })
  explainFieldAccess(
    @Args(() => ExplainFieldAccessArgs) args: ExplainFieldAccessArgs,
    @Ctx() context: IdentityContext,
  ): Promise<FieldAccess> {
    return explainFieldAccess(context, args);
  }
}
