import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { fromGlobalId, toGlobalId } from "@studio/kit/paging/global-id.js";
import { accountOf, type IdentityContext } from "../context.js";
import { MigrateFieldValuesResult } from "./contact-field.result.js";
import { FieldMigrationInput } from "./field-life.input.js";
import { ContactFieldDeletionPreview, FieldMigrationPreview } from "./field-preview.type.js";
import { listRuns, type FieldRunRow } from "./field-run.repository.js";
import { ContactFieldRun } from "./field-run.type.js";
import { migrateFieldValues } from "./migrate-field-values.js";
import { previewFieldDeletion, type FieldDeletionPreview } from "./preview-field-deletion.js";
import { previewFieldMigration, type FieldMigrationPreview as Preview } from "./preview-field-migration.js";

@Resolver(() => ContactFieldRun)
export class FieldValuesResolver {
  @Query(() => [ContactFieldRun], {
    nullable: true,
    description:
      "Work on a field's values, or into it from another, newest first: of a deleted field as well. The last 50.",
  })
  contactFieldRuns(
    @Arg("fieldId", () => ID, { description: "The field's id." }) fieldId: string,
    @Ctx() context: IdentityContext,
  ): Promise<FieldRunRow[]> {
    const accountId = accountOf(context);
    const id = fromGlobalId("ContactField", fieldId);
    return context.services.db.inAccount(accountId, (tx) => listRuns(tx, accountId, id));
  }

  @Query(() => ContactFieldDeletionPreview, {
    nullable: true,
    description: "What deleting a field would destroy, and the token that confirms to have seen it.",
  })
  previewContactFieldDeletion(
    @Arg("id", () => ID, { description: "The field's id." }) id: string,
    @Ctx() context: IdentityContext,
  ): Promise<FieldDeletionPreview> {
    return previewFieldDeletion(context, id);
  }

  @Query(() => FieldMigrationPreview, {
    nullable: true,
    description: "What migrating one field's values into another would do. No value is shown, none is written.",
  })
  previewFieldMigration(
    @Arg("input", () => FieldMigrationInput, { description: "The two fields." }) input: FieldMigrationInput,
    @Ctx() context: IdentityContext,
  ): Promise<Preview> {
    return previewFieldMigration(context, input);
  }

  @Mutation(() => MigrateFieldValuesResult, {
    nullable: true,
    description: "Starts writing one field's values into another, where that has none. The first keeps what it has.",
  })
  migrateFieldValues(
    @Arg("input", () => FieldMigrationInput, { description: "The two fields." }) input: FieldMigrationInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof MigrateFieldValuesResult> {
    return migrateFieldValues(context, input);
  }

  @FieldResolver()
  id(@Root() run: FieldRunRow): string {
    return toGlobalId("ContactFieldRun", run.id);
  }
}
