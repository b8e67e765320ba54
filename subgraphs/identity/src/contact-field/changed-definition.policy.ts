import { isDeepStrictEqual } from "node:util";
import type { FieldDefinition } from "./contact-field.policy.js";
import type { DefinitionInput } from "./definition.policy.js";

type Changes = { [Name in keyof Omit<DefinitionInput, "key" | "type">]?: DefinitionInput[Name] | null | undefined };

const TEXTS = new Set<keyof FieldDefinition>(["defaultLocale", "label", "help", "translations", "purpose", "options"]);

/** The whole definition as it is asked for: what stands, and what a call changes of it. */
export function mergeDefinition(stands: FieldDefinition, changes: Changes): DefinitionInput {
  const { key, type, ...rest } = asInput(stands);
  const given = (Object.keys(rest) as (keyof Changes)[]).flatMap((name) => {
    const value = changes[name];
    return value === null || value === undefined ? [] : [[name, value] as const];
  });
  return { key, type, ...rest, ...(Object.fromEntries(given) as Changes) } as DefinitionInput;
}

/** Names of what differs, for the audit. */
export function changedParts(before: FieldDefinition, after: FieldDefinition): (keyof FieldDefinition)[] {
  const names = Object.keys(after) as (keyof FieldDefinition)[];
  return names.filter((name) => !isDeepStrictEqual(before[name], after[name]));
}

/** Whether what the field asks for has changed, so that it is to be judged again. */
export function asksAnew(changed: readonly (keyof FieldDefinition)[]): boolean {
  return changed.some((name) => TEXTS.has(name) || name === "validation" || name === "sensitivity" || name === "owner");
}

/** A definition as it stands, in the form in which one is asked for. */
function asInput(stands: FieldDefinition): DefinitionInput {
  const { defaultLocale, label, help, translations, options } = stands;
  const others = Object.entries(translations);
  const inOthers = (name: "label" | "help") =>
    others.flatMap(([locale, texts]) => (texts[name] === undefined ? [] : [{ locale, text: texts[name] }]));
  const { key, type, purpose, validation, sensitivity, owner, pinned, filterable } = stands;
  return {
    key,
    type,
    defaultLocale,
    purpose,
    validation,
    sensitivity,
    owner,
    pinned,
    filterable,
    labels: [{ locale: defaultLocale, text: label }, ...inOthers("label")],
    help: [...(help === null ? [] : [{ locale: defaultLocale, text: help }]), ...inOthers("help")],
    options: options
      .filter((option) => !option.retired)
      .map((option) => ({
        id: option.id,
        labels: [
          { locale: defaultLocale, text: option.label },
          ...Object.entries(option.labels ?? {}).map(([locale, text]) => ({ locale, text })),
        ],
      })),
  };
}

/** The parts of a stored field that are its definition. */
export function definitionOf(field: FieldDefinition): FieldDefinition {
  const { key, type, defaultLocale, label, help, translations, purpose, options, validation } = field;
  const { sensitivity, owner, pinned, filterable } = field;
  const texts = { key, type, defaultLocale, label, help, translations, purpose, options, validation };
  return { ...texts, sensitivity, owner, pinned, filterable };
}
