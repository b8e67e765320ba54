import type { FieldOwner, Sensitivity } from "../access/access-table.js";
import { InvalidContactField } from "./contact-field.errors.js";
import {
  isSealed,
  keyProblem,
  type FieldDefinition,
  type FieldOption,
  type FieldType,
  type Translation,
} from "./contact-field.policy.js";
import { readOptions, type OptionInput } from "./field-options.policy.js";
import { readLine, readLocale, readLocalized, type LocalizedText } from "./localized-text.policy.js";
import { readValidation, type ValidationInput } from "./validation.policy.js";

/** A whole definition as it is asked for. */
export interface DefinitionInput {
  key: string;
  type: FieldType;
  defaultLocale: string;
  labels: readonly LocalizedText[];
  help: readonly LocalizedText[];
  purpose: string;
  options: readonly OptionInput[];
  validation?: ValidationInput | null | undefined;
  sensitivity: Sensitivity;
  owner: FieldOwner;
  pinned: boolean;
  filterable: boolean;
}

const LABEL_LIMIT = 100;
const HELP_LIMIT = 500;
const PURPOSE_LIMIT = 500;

/** Reads the definition of a field that is not there yet, its key included, which never changes after. */
export function readNewDefinition(input: DefinitionInput, at: string[]): FieldDefinition | InvalidContactField {
  const misnamed = keyProblem(input.key);
  return misnamed === null ? readDefinition(input, at) : InvalidContactField.at([...at, "key"], misnamed);
}

/**
 * Reads a definition whose key stands. `at` is where it stands in the call; `before` are the options that the field has
 * had.
 * What it asks for, special categories among it, is judged elsewhere.
 */
export function readDefinition(
  input: DefinitionInput,
  at: string[],
  before: readonly FieldOption[] = [],
): FieldDefinition | InvalidContactField {
  const wrong = (path: string[], message: string) => InvalidContactField.at([...at, ...path], message);
  const { key, type, sensitivity, owner, pinned, filterable } = input;
  const defaultLocale = readLocale(input.defaultLocale);
  if (defaultLocale === null) return wrong(["defaultLocale"], "Expected a language tag such as en or fr-CH (BCP 47).");
  const texts = readTexts(input, defaultLocale);
  if ("message" in texts) return wrong(texts.at, texts.message);
  const purpose = readLine(input.purpose, PURPOSE_LIMIT);
  if (purpose === null) return wrong(["purpose"], `Say why it is collected, in 1 to ${PURPOSE_LIMIT} characters.`);
  const options = readOptions(type, input.options, defaultLocale, before);
  if (!options.ok) return wrong(["options", ...options.at], options.message);
  const validation = readValidation(type, input.validation);
  if (!validation.ok) return wrong(["validation", validation.at], validation.message);
  if (filterable && isSealed(sensitivity))
    return wrong(["filterable"], "Confidential values are kept sealed, so nothing filters by them.");
  const rest = { purpose, options: options.options, validation: validation.validation };
  return { key, type, defaultLocale, ...texts, ...rest, sensitivity, owner, pinned, filterable };
}

type Texts = Pick<FieldDefinition, "label" | "help" | "translations">;

function readTexts(input: DefinitionInput, defaultLocale: string): Texts | { at: string[]; message: string } {
  const labels = readLocalized(input.labels, LABEL_LIMIT);
  if (!labels.ok) return { at: ["labels", ...labels.at], message: labels.message };
  const help = readLocalized(input.help, HELP_LIMIT);
  if (!help.ok) return { at: ["help", ...help.at], message: help.message };
  const label = labels.byLocale.get(defaultLocale);
  if (label === undefined) return { at: ["labels"], message: `A label in ${defaultLocale}, the default, is needed.` };
  const translations = new Map<string, Translation>();
  for (const [locale, text] of labels.byLocale) if (locale !== defaultLocale) translations.set(locale, { label: text });
  for (const [locale, text] of help.byLocale)
    if (locale !== defaultLocale) translations.set(locale, { ...translations.get(locale), help: text });
  return { label, help: help.byLocale.get(defaultLocale) ?? null, translations: Object.fromEntries(translations) };
}
