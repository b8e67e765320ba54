import type { ArgumentPath } from "./condition.js";
import type { ContactFacetInput } from "./contact-stats.input.js";
import type { FieldUses } from "./field-uses.js";
import type { ListField, ValueKind } from "./list-field.js";
import { ListRefused } from "./list-refused.js";

/** One way to count. */
export interface Facet {
  field: ListField;
  limit: number;
}

const MAX_FACETS = 10;
const MAX_VALUES = 100;
const FEW_VALUES: readonly ValueKind[] = ["choice", "choices", "boolean"];

/**
 * Reads by what to count, each field decided for the viewer: how many have a value tells of it as a filter does.
 * @throws ListRefused naming the path of what is wrong
 */
export function readFacets(
  given: readonly ContactFacetInput[],
  uses: FieldUses,
  path: ArgumentPath = ["facets"],
): Facet[] {
  if (given.length > MAX_FACETS) throw ListRefused.malformed(path, `Count by at most ${MAX_FACETS} fields.`);
  return given.map((facet, index) => readFacet(facet, uses, [...path, String(index)]));
}

function readFacet({ field: name, custom, first }: ContactFacetInput, uses: FieldUses, path: ArgumentPath): Facet {
  if ((name == null) === (custom == null)) {
    throw ListRefused.malformed(path, "Name either a standard field or the key of a custom one.");
  }
  if (first < 1 || first > MAX_VALUES) throw ListRefused.malformed([...path, "first"], `Ask for 1 to ${MAX_VALUES}.`);
  const field = name == null ? uses.custom(custom!, path) : uses.standard(name, path);
  const isCustom = field.kind === "custom";
  if (isCustom && !FEW_VALUES.includes(field.values)) {
    throw ListRefused.malformed(path, "Contacts are counted by select and boolean fields.");
  }
  return { field, limit: first };
}
