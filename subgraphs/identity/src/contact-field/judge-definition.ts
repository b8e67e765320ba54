import type { Tx } from "@studio/kit/db/database.js";
import { isApproved } from "../special-category/field-appeal.repository.js";
import { SpecialCategoryRefused } from "../special-category/special-category.errors.js";
import { findRefusedTexts } from "../special-category/special-category.policy.js";
import { CardNumberRefused } from "./contact-field.errors.js";
import type { FieldDefinition } from "./contact-field.policy.js";
import { canCarryCardNumber, definitionDigest, textsOf } from "./definition-texts.policy.js";
import type { DefinitionInput } from "./definition.policy.js";

/**
 * Why a definition may not be what it asks for: a special category that staff have not approved for exactly this
 * definition (P03), or a payment card's number (P35). Null if it may.
 */
export async function whyRefused(
  tx: Tx,
  accountId: string,
  input: DefinitionInput,
  definition: FieldDefinition,
  at: string[],
): Promise<SpecialCategoryRefused | CardNumberRefused | null> {
  const found = findRefusedTexts(textsOf(input, at));
  const card = found.find(({ category }) => category === "card_number");
  if (card && canCarryCardNumber(definition.type)) return CardNumberRefused.at(card.path, card.matched);
  for (const { category, path, matched } of found) {
    if (category === "card_number") continue;
    if (await isApproved(tx, accountId, definitionDigest(definition))) return null;
    return SpecialCategoryRefused.at(path, category, matched);
  }
  return null;
}
