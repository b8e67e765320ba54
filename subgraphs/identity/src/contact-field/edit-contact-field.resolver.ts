import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { IdentityContext } from "../context.js";
import { changeFieldState, FIELD_STEPS } from "./change-field-state.js";
import { CreateContactFieldInput } from "./contact-field.input.js";
import {
  ContactFieldStateResult,
  CreateContactFieldResult,
  DeleteContactFieldResult,
  UpdateContactFieldResult,
} from "./contact-field.result.js";
import { createContactField } from "./create-contact-field.js";
import { deleteContactField } from "./delete-contact-field.js";
import { ContactFieldStateInput, DeleteContactFieldInput } from "./field-life.input.js";
import { updateContactField } from "./update-contact-field.js";
import { UpdateContactFieldInput } from "./update-contact-field.input.js";

const STEP_INPUT = { description: "The field." };

@Resolver()
export class EditContactFieldResolver {
  @Mutation(() => CreateContactFieldResult, {
    nullable: true,
    description: "Adds a custom field. What asks for special categories (GDPR art. 9, 10) or card numbers is refused.",
  })
  createContactField(
    @Arg("input", () => CreateContactFieldInput, { description: "The definition." }) input: CreateContactFieldInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof CreateContactFieldResult> {
    return createContactField(context, input);
  }

  @Mutation(() => UpdateContactFieldResult, {
    nullable: true,
    description: "Changes a definition. No value is lost by it.",
  })
  updateContactField(
    @Arg("input", () => UpdateContactFieldInput, { description: "What is to change." }) input: UpdateContactFieldInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof UpdateContactFieldResult> {
    return updateContactField(context, input);
  }

  @Mutation(() => ContactFieldStateResult, {
    nullable: true,
    description: "Takes a field out of use: its values are still shown, and no more are written.",
  })
  deprecateContactField(
    @Arg("input", () => ContactFieldStateInput, STEP_INPUT) { id }: ContactFieldStateInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof ContactFieldStateResult> {
    return changeFieldState(context, id, FIELD_STEPS.deprecate);
  }

  @Mutation(() => ContactFieldStateResult, {
    nullable: true,
    description: "Hides a deprecated field; its values are kept.",
  })
  archiveContactField(
    @Arg("input", () => ContactFieldStateInput, STEP_INPUT) { id }: ContactFieldStateInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof ContactFieldStateResult> {
    return changeFieldState(context, id, FIELD_STEPS.archive);
  }

  @Mutation(() => ContactFieldStateResult, {
    nullable: true,
    description: "Takes a deprecated or archived field into use again, with all its values.",
  })
  reinstateContactField(
    @Arg("input", () => ContactFieldStateInput, STEP_INPUT) { id }: ContactFieldStateInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof ContactFieldStateResult> {
    return changeFieldState(context, id, FIELD_STEPS.reinstate);
  }

  @Mutation(() => DeleteContactFieldResult, {
    nullable: true,
    description: "Deletes an archived field and destroys its values, once the preview was confirmed.",
  })
  deleteContactField(
    @Arg("input", () => DeleteContactFieldInput, { description: "The field, and the confirmation." })
    input: DeleteContactFieldInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof DeleteContactFieldResult> {
    return deleteContactField(context, input);
  }
}
