import { createHash } from "node:crypto";
import type { DefinitionText } from "../special-category/special-category.policy.js";
import type { FieldDefinition, FieldType } from "./contact-field.policy.js";
import type { DefinitionInput } from "./definition.policy.js";

/** Types whose values can carry a card's number. */
const CARRIERS: ReadonlySet<FieldType> = new Set(["text", "long_text", "integer", "decimal", "url", "phone", "email"]);

/** Whether a field of this type could hold a payment card's number. */
export function canCarryCardNumber(type: FieldType): boolean {
  return CARRIERS.has(type);
}

/** Every text of a definition by which it could ask for something, with its place in the call. */
export function textsOf(input: DefinitionInput, at: string[]): DefinitionText[] {
  const { key, labels, help, purpose, options, validation } = input;
  const text = (path: string[], value: string) => ({ path: [...at, ...path], text: value });
  return [
    text(["key"], key),
    ...labels.map((label, index) => text(["labels", String(index), "text"], label.text)),
    ...help.map((one, index) => text(["help", String(index), "text"], one.text)),
    text(["purpose"], purpose),
    ...options.flatMap((option, index) => [
      ...(option.id == null ? [] : [text(["options", String(index), "id"], option.id)]),
      ...option.labels.map((label, place) =>
        text(["options", String(index), "labels", String(place), "text"], label.text),
      ),
    ]),
    ...(validation?.pattern == null ? [] : [text(["validation", "pattern"], validation.pattern)]),
  ];
}

/**
 * What an approval is bound to: SHA-256 over all that a definition asks for. Where it stands and whether it is pinned
 * or filterable is left out, and so are ids that were made up for options.
 */
export function definitionDigest(definition: FieldDefinition): Buffer {
  const { key, type, defaultLocale, label, help, translations, purpose, validation, sensitivity, owner } = definition;
  const options = definition.options
    .filter((option) => !option.retired)
    .map((option) => [option.label, sorted(option.labels ?? {})]);
  const asked = [key, type, defaultLocale, label, help, purpose, sensitivity, owner];
  const rest = [sorted(translations), options, sorted(validation)];
  return createHash("sha256")
    .update(JSON.stringify([asked, rest]))
    .digest();
}

function sorted(record: object): [string, unknown][] {
  const entries = Object.entries(record).map(([name, value]): [string, unknown] => [
    name,
    typeof value === "object" && value !== null ? sorted(value) : value,
  ]);
  return entries.toSorted(([left], [right]) => (left < right ? -1 : 1));
}
