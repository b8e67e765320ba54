import { signedInMember } from "@studio/kit/auth/signed-in.js";
import { changeState } from "@studio/kit/db/change.js";
import { newId } from "@studio/kit/id.js";
import { changeScope, readAnew, type IdentityContext } from "../context.js";
import type { CreateContactFieldInput } from "./contact-field.input.js";
import { ContactFieldKeyTaken, InvalidContactField, TooManyContactFields } from "./contact-field.errors.js";
import { FIELD_LIMITS } from "./contact-field.policy.js";
import { CreateContactFieldPayload, type CreateContactFieldResult } from "./contact-field.result.js";
import { readNewDefinition } from "./definition.policy.js";
import { ownerForSealed } from "./define-field.rules.js";
import { countDefinitions, insertDefinition, isKeyTaken, lockDefinitions } from "./edit-contact-field.repository.js";
import { whyRefused } from "./judge-definition.js";
import { startIndexing } from "./start-field-run.js";

/** Adds a definition at the end of the account's. @throws FORBIDDEN if an admin defines a confidential field */
export async function createContactField(
  context: IdentityContext,
  { definition: input }: CreateContactFieldInput,
): Promise<typeof CreateContactFieldResult> {
  const at = ["input", "definition"];
  const { accountId } = signedInMember(context);
  ownerForSealed(context.viewer, "Mutation.createContactField", input.sensitivity);
  const definition = readNewDefinition(input, at);
  if (definition instanceof InvalidContactField) return definition;
  type Result = typeof CreateContactFieldResult;
  const result = await changeState<Result>(changeScope(context, accountId), async (change) => {
    const { tx, audit } = change;
    await lockDefinitions(tx, accountId);
    const refusal = await whyRefused(tx, accountId, input, definition, at);
    if (refusal) return change.abandon(refusal);
    if (await isKeyTaken(tx, accountId, definition.key)) return change.abandon(ContactFieldKeyTaken.at([...at, "key"]));
    const { fields, filterable, lastPosition } = await countDefinitions(tx, accountId);
    if (fields >= FIELD_LIMITS.fields)
      return change.abandon(TooManyContactFields.over(at, FIELD_LIMITS.fields, "custom fields"));
    if (definition.filterable && filterable >= FIELD_LIMITS.filterable)
      return change.abandon(
        TooManyContactFields.over([...at, "filterable"], FIELD_LIMITS.filterable, "filterable fields"),
      );
    const createdAt = context.services.clock.now();
    const row = { ...definition, accountId, id: newId(), position: lastPosition + 1, createdAt };
    const field = await insertDefinition(tx, row);
    await startIndexing(context, change, field);
    audit({ action: "contact_field.created", subjectType: "ContactField", subjectId: field.id, fields: [field.key] });
    return Object.assign(new CreateContactFieldPayload(), { field });
  });
  readAnew(context);
  return result;
}
