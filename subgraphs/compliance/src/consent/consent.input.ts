import { Field, InputType, Int } from "type-graphql";
import { ConsentPurpose } from "./consent.type.js";
import type { Purpose } from "./consent.values.js";

/** Agreement to one purpose. */
@InputType({ description: "Agreement of the signed-in contact to one purpose." })
export class GiveConsentInput {
  @Field(() => ConsentPurpose, { description: "What they agree to." })
  purpose: Purpose;

  @Field(() => Int, {
    nullable: true,
    description: "The version of the consent text that was shown. If it was replaced meanwhile, nothing is recorded.",
  })
  textVersion?: number | null;
}

/** Withdrawal for one purpose. */
@InputType({ description: "Withdrawal of the signed-in contact's consent to one purpose." })
export class WithdrawConsentInput {
  @Field(() => ConsentPurpose, { description: "What they no longer agree to." })
  purpose: Purpose;
}
