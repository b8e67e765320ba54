import { signedInMember } from "@studio/kit/auth/signed-in.js";
import { changeState } from "@studio/kit/db/change.js";
import { newId } from "@studio/kit/id.js";
import { definitionDigest, textsOf } from "../contact-field/definition-texts.policy.js";
import { readNewDefinition } from "../contact-field/definition.policy.js";
import { InvalidContactField } from "../contact-field/contact-field.errors.js";
import { isSealed } from "../contact-field/contact-field.policy.js";
import { changeScope, type IdentityContext } from "../context.js";
import type { AppealSpecialCategoryInput } from "./field-appeal.input.js";
import { countPending, insertAppeal } from "./field-appeal.repository.js";
import { AppealSpecialCategoryPayload, type AppealSpecialCategoryResult } from "./field-appeal.type.js";
import type { SpecialCategory } from "./refused-category.js";
import { AlreadyAppealed, InvalidStatement, NothingToAppeal, TooManyAppeals } from "./special-category.errors.js";
import { findRefusedTexts } from "./special-category.policy.js";
import { readStatement } from "./statement.policy.js";

/** How many appeals of an account may wait at a time. */
const MAX_PENDING = 20;

/** Puts a refused definition, and the owner's attestation, before the platform's staff (P03). */
export async function appealSpecialCategory(
  context: IdentityContext,
  { definition: input, attestation }: AppealSpecialCategoryInput,
): Promise<typeof AppealSpecialCategoryResult> {
  const at = ["input", "definition"];
  const definition = readNewDefinition(input, at);
  if (definition instanceof InvalidContactField) return definition;
  const categories = findRefusedTexts(textsOf(input, at))
    .map((found) => found.category)
    .filter((category): category is SpecialCategory => category !== "card_number");
  if (categories.length === 0) return NothingToAppeal.here();
  if (!isSealed(definition.sensitivity))
    return InvalidContactField.at([...at, "sensitivity"], "What the law protects specially is kept sealed: L2 or L3.");
  const statement = readStatement(attestation, 20, 2000);
  if (statement === null) return InvalidStatement.at(["input", "attestation"], "20 to 2,000 characters");
  const { accountId, memberId } = signedInMember(context);
  const filedAt = context.services.clock.now();
  const row = { accountId, id: newId(), digest: definitionDigest(definition), definition, categories };
  type Result = typeof AppealSpecialCategoryResult;
  return changeState<Result>(changeScope(context, accountId), async (change) => {
    const { tx, audit } = change;
    if ((await countPending(tx, accountId)) >= MAX_PENDING) return change.abandon(TooManyAppeals.over(MAX_PENDING));
    const appeal = await insertAppeal(tx, { ...row, attestation: statement, filedBy: memberId, filedAt });
    if (!appeal) return change.abandon(AlreadyAppealed.now());
    audit({ action: "field_appeal.filed", subjectType: "FieldAppeal", subjectId: appeal.id, fields: categories });
    return Object.assign(new AppealSpecialCategoryPayload(), { appeal });
  });
}
