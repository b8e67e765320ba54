import { newId } from "@studio/kit/id.js";
import { FIELD_LIMITS, type FieldOption, type FieldType } from "./contact-field.policy.js";
import { readLocalized, type LocalizedText } from "./localized-text.policy.js";

/** An option as it is asked for. */
export interface OptionInput {
  id?: string | null;
  labels: readonly LocalizedText[];
}

export type ReadOptions = { ok: true; options: FieldOption[] } | { ok: false; at: string[]; message: string };

const OPTION_LABEL_LIMIT = 100;

const OPTION_ID = /^[a-z0-9](?:[a-z0-9_-]{0,62}[a-z0-9])?$/;

/**
 * Reads the options offered from now on, in order. One that was offered and is left out is retired, never removed:
 * values hold its id. Naming its id again brings it back.
 */
export function readOptions(
  type: FieldType,
  input: readonly OptionInput[],
  defaultLocale: string,
  before: readonly FieldOption[],
): ReadOptions {
  const isSelect = type === "single_select" || type === "multi_select";
  if (!isSelect) return input.length === 0 ? { ok: true, options: [] } : wrong([], "Only select fields have options.");
  const offered: FieldOption[] = [];
  for (const [index, option] of input.entries()) {
    const read = readOption(option, defaultLocale);
    if ("message" in read) return wrong([String(index), ...read.at], read.message);
    if (offered.some(({ id }) => id === read.id)) return wrong([String(index), "id"], "Give each option once.");
    offered.push(read);
  }
  if (offered.length === 0) return wrong([], "A select field offers at least one option.");
  const ids = new Set(offered.map(({ id }) => id));
  const retired = before.filter(({ id }) => !ids.has(id)).map((option) => ({ ...option, retired: true as const }));
  const options = [...offered, ...retired];
  if (options.length > FIELD_LIMITS.options)
    return wrong([], `A field has at most ${FIELD_LIMITS.options} options, retired ones included.`);
  return { ok: true, options };
}

function readOption(input: OptionInput, defaultLocale: string): FieldOption | { at: string[]; message: string } {
  const id = input.id ?? newId();
  if (!OPTION_ID.test(id)) {
    return { at: ["id"], message: "Expected an id of 1 to 64 lower-case letters, digits, - and _." };
  }
  const labels = readLocalized(input.labels, OPTION_LABEL_LIMIT);
  if (!labels.ok) return { at: ["labels", ...labels.at], message: labels.message };
  const label = labels.byLocale.get(defaultLocale);
  if (label === undefined) return { at: ["labels"], message: `A label in ${defaultLocale}, the default, is needed.` };
  labels.byLocale.delete(defaultLocale);
  return { id, label, ...(labels.byLocale.size > 0 && { labels: Object.fromEntries(labels.byLocale) }) };
}

function wrong(at: string[], message: string): ReadOptions {
  return { ok: false, at, message };
}
