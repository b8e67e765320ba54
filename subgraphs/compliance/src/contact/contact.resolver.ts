import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { accessTo } from "@studio/identity/access/access-to.js";
import type { ComplianceContext } from "../context.js";
import { Consent } from "../consent/consent.type.js";
import { Contact } from "./contact.stub.js";

/** What compliance adds to `Contact`. */
@Resolver(() => Contact)
export class ContactResolver {
  @FieldResolver(() => [Consent], {
    nullable: true,
    description: "What the contact has consented to, one row per purpose they ever agreed to.",
  })
  consents(@Root() { known }: Contact, @Ctx() context: ComplianceContext): Consent[] | null {
    const access = accessTo(context, "consents", known.facts);
    switch (access.kind) {
      case "read":
        return known.consents;
      case "masked":
        return known.consents.map(({ purpose, state }) => ({ purpose, state, changedAt: null, textVersion: null }));
      case "denied":
        return null;
      default:
        return access.kind satisfies never;
    }
  }
}
