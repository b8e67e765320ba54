import { signedInMember } from "@studio/kit/auth/signed-in.js";
import { changeState } from "@studio/kit/db/change.js";
import { notFound } from "@studio/kit/error/codes.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import { changeScope, readAnew, type IdentityContext } from "../context.js";
import { WrongContactFieldState } from "./contact-field.errors.js";
import type { FieldState } from "./contact-field.policy.js";
import { ContactFieldStatePayload, type ContactFieldStateResult } from "./contact-field.result.js";
import { ownerForSealed } from "./define-field.rules.js";
import { findDefinition, lockDefinitions, updateDefinition } from "./edit-contact-field.repository.js";

/** A step in a field's life: from where it is made, and where it leads. No value is lost by any. */
interface Step {
  mutation: string;
  from: readonly FieldState[];
  to: FieldState;
}

export const FIELD_STEPS = {
  deprecate: { mutation: "deprecateContactField", from: ["active"], to: "deprecated" },
  archive: { mutation: "archiveContactField", from: ["deprecated"], to: "archived" },
  reinstate: { mutation: "reinstateContactField", from: ["deprecated", "archived"], to: "active" },
} as const satisfies Record<string, Step>;

/** Takes a field one step. @throws NOT_FOUND for another account's, FORBIDDEN for an admin and a confidential field */
export async function changeFieldState(
  context: IdentityContext,
  globalId: string,
  step: Step,
): Promise<typeof ContactFieldStateResult> {
  const { accountId } = signedInMember(context);
  const id = fromGlobalId("ContactField", globalId);
  type Result = typeof ContactFieldStateResult;
  const result = await changeState<Result>(changeScope(context, accountId), async (change) => {
    const { tx, audit } = change;
    await lockDefinitions(tx, accountId);
    const before = await findDefinition(tx, accountId, id);
    if (!before) throw notFound("contact field");
    ownerForSealed(context.viewer, `Mutation.${step.mutation}`, before.sensitivity);
    if (!step.from.includes(before.state)) return change.abandon(WrongContactFieldState.is(before.state, step.from));
    const field = await updateDefinition(tx, accountId, id, { state: step.to });
    const action = step.to === "active" ? "contact_field.reinstated" : `contact_field.${step.to}`;
    audit({ action, subjectType: "ContactField", subjectId: id });
    return Object.assign(new ContactFieldStatePayload(), { field });
  });
  readAnew(context);
  return result;
}
