import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { IdentityContext } from "../context.js";
import { archiveContact } from "./archive-contact.js";
import { createContact } from "./create-contact.js";
import {
  ArchiveContactInput,
  CreateContactInput,
  RestoreContactInput,
  UpdateContactInput,
} from "./edit-contact.input.js";
import {
  ArchiveContactResult,
  CreateContactResult,
  RestoreContactResult,
  UpdateContactResult,
} from "./edit-contact.type.js";
import { restoreContact } from "./restore-contact.js";
import { updateContact } from "./update-contact.js";

@Resolver()
export class EditContactResolver {
  @Mutation(() => CreateContactResult, { nullable: true, description: "Creates a contact." })
  createContact(
    @Arg("input", () => CreateContactInput, { description: "Who they are." }) input: CreateContactInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof CreateContactResult> {
    return createContact(context, input);
  }

  @Mutation(() => UpdateContactResult, {
    nullable: true,
    description: "Changes a contact that still is as it was read, as far as the caller may.",
  })
  updateContact(
    @Arg("input", () => UpdateContactInput, { description: "The contact and what changes." })
    input: UpdateContactInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof UpdateContactResult> {
    return updateContact(context, input);
  }

  @Mutation(() => ArchiveContactResult, {
    nullable: true,
    description: "Sets a contact aside: nobody signs in as them until they are restored.",
  })
  archiveContact(
    @Arg("input", () => ArchiveContactInput, { description: "The contact." }) input: ArchiveContactInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof ArchiveContactResult> {
    return archiveContact(context, input);
  }

  @Mutation(() => RestoreContactResult, { nullable: true, description: "Brings an archived contact back." })
  restoreContact(
    @Arg("input", () => RestoreContactInput, { description: "The contact." }) input: RestoreContactInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof RestoreContactResult> {
    return restoreContact(context, input);
  }
}
