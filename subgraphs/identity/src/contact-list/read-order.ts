import type { Direction } from "@studio/kit/paging/keyset.js";
import type { ContactOrder, OrderField } from "./contact-order.input.js";
import type { ArgumentPath } from "./condition.js";
import type { FieldUses } from "./field-uses.js";
import type { ListField, StandardField, ValueKind } from "./list-field.js";
import { ListRefused } from "./list-refused.js";

/** One thing by which a list is ordered. */
export interface OrderKey {
  field: ListField;
  direction: Direction;
}

const MAX_KEYS = 4;

const STANDARD: Readonly<Record<OrderField, StandardField>> = {
  created_at: "createdAt",
  updated_at: "updatedAt",
  first_name: "firstName",
  last_name: "lastName",
  email: "email",
  external_id: "externalId",
  status: "status",
};

const WITHOUT_ORDER: readonly ValueKind[] = ["choices", "sealed", "id"];

/**
 * Reads an order, each field decided for the viewer: who comes before whom tells values as well as a filter does.
 * @throws ListRefused naming the path of what is wrong
 */
export function readOrder(
  given: readonly ContactOrder[],
  uses: FieldUses,
  path: ArgumentPath = ["orderBy"],
): OrderKey[] {
  if (given.length > MAX_KEYS) throw ListRefused.malformed(path, `Order by at most ${MAX_KEYS} fields.`);
  const keys = given.map((order, index) => readKey(order, uses, [...path, String(index)]));
  const names = new Set(keys.map(({ field }) => `${field.kind}:${field.name}`));
  if (names.size < keys.length) throw ListRefused.malformed(path, "Name each field once.");
  return keys;
}

function readKey({ field: name, custom, direction }: ContactOrder, uses: FieldUses, path: ArgumentPath) {
  if ((name == null) === (custom == null)) {
    throw ListRefused.malformed(path, "Name either a standard field or the key of a custom one.");
  }
  const field = name == null ? uses.custom(custom!, path) : uses.standard(STANDARD[name], path);
  if (WITHOUT_ORDER.includes(field.values)) {
    throw ListRefused.malformed(path, "Values of this field have no order.");
  }
  return { field, direction };
}
