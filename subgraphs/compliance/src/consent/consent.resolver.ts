import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { signedInContact } from "@studio/kit/auth/signed-in.js";
import type { ContactViewer } from "@studio/kit/auth/viewer.js";
import { notFound } from "@studio/kit/error/codes.js";
import { UserError } from "@studio/kit/error/user-error.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { resolveContact } from "../contact/contact.reference.js";
import type { Contact } from "../contact/contact.stub.js";
import type { ComplianceContext } from "../context.js";
import { ConsentNotGiven } from "./consent.errors.js";
import { GiveConsentInput, WithdrawConsentInput } from "./consent.input.js";
import {
  GiveConsentPayload,
  GiveConsentResult,
  WithdrawConsentPayload,
  WithdrawConsentResult,
} from "./consent.result.js";
import { Consent, ConsentChange } from "./consent.type.js";
import { giveConsent } from "./give-consent.js";
import { withdrawConsent } from "./withdraw-consent.js";

/** What a contact says about the use of their data. */
@Resolver(() => Consent)
export class ConsentResolver {
  @FieldResolver(() => [ConsentChange], {
    nullable: true,
    description: "What was said about it over time, newest first, the last 100. Null for those who see the state only.",
  })
  async history(
    @Root() { contactId, purpose }: Consent,
    @Ctx() { loaders }: ComplianceContext,
  ): Promise<ConsentChange[] | null> {
    if (contactId === null) return null;
    const changes = await loaders.consentChangesByContact.load(contactId);
    return changes.filter((change) => change.purpose === purpose);
  }

  @Mutation(() => GiveConsentResult, {
    description: "The signed-in contact agrees to a purpose, under their studio's current consent text.",
  })
  async giveConsent(
    @Arg("input", () => GiveConsentInput, { description: "What they agree to." }) input: GiveConsentInput,
    @Ctx() context: ComplianceContext,
  ): Promise<typeof GiveConsentResult> {
    const viewer = signedInContact(context);
    const given = await giveConsent(context, viewer, input);
    if (given instanceof UserError) return given;
    return new GiveConsentPayload(given, await contactAfter(context, viewer));
  }

  @Mutation(() => WithdrawConsentResult, {
    description: "The signed-in contact withdraws a consent; nothing may be done on its ground from then on.",
  })
  async withdrawConsent(
    @Arg("input", () => WithdrawConsentInput, { description: "What they no longer agree to." })
    input: WithdrawConsentInput,
    @Ctx() context: ComplianceContext,
  ): Promise<typeof WithdrawConsentResult> {
    const viewer = signedInContact(context);
    const withdrawn = await withdrawConsent(context, viewer, input);
    if (withdrawn instanceof ConsentNotGiven) return withdrawn;
    return new WithdrawConsentPayload(withdrawn, await contactAfter(context, viewer));
  }
}

/** The contact as the change left it. */
async function contactAfter(context: ComplianceContext, { contactId }: ContactViewer): Promise<Contact> {
  context.loaders.contactById.clear(contactId);
  context.loaders.consentChangesByContact.clear(contactId);
  const contact = await resolveContact({ id: toGlobalId("Contact", contactId) }, context);
  if (!contact) throw notFound("contact");
  return contact;
}
