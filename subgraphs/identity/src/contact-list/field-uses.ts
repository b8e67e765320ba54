import type { RequestContext } from "@studio/kit/server/request-context.js";
import { readsRestricted } from "../access/decide-field-use.js";
import { GROUPS_ARE_FOR_MEMBERS, knowsGroups } from "../access/knows-groups.js";
import { useOf } from "../access/use-of.js";
import { indexingOf, isShown } from "../contact-field/contact-field.policy.js";
import type { ContactFieldRow } from "../contact-field/contact-field.repository.js";
import type { ArgumentPath, Test } from "./condition.js";
import { customField, standardField, type ListField, type StandardField } from "./list-field.js";
import { ListRefused } from "./list-refused.js";

/**
 * The fields that one list uses in its arguments, each decided by the access table as it is named. Arguments are read
 * through it alone, so that a condition on a field that was not decided cannot come to be.
 */
export class FieldUses {
  readonly #asker: RequestContext;
  readonly #definitions: ReadonlyMap<string, ContactFieldRow>;
  #hidesRestricted: boolean;

  constructor(asker: RequestContext, definitions: readonly ContactFieldRow[]) {
    this.#asker = asker;
    this.#definitions = new Map(definitions.map((definition) => [definition.key, definition]));
    this.#hidesRestricted = !readsRestricted(asker.viewer, "idAndFlag");
  }

  /**
   * Whether contacts under restriction must stay out: they do not exist for the viewer, or a field was used that the
   * viewer may not read of them, and who matches, or who comes before whom, would tell it.
   */
  get hidesRestricted(): boolean {
    return this.#hidesRestricted;
  }

  /** @throws ListRefused (FORBIDDEN) if the viewer may not use the field */
  standard(name: StandardField, path: ArgumentPath): ListField {
    return this.#decided(standardField(name), path);
  }

  /** @throws ListRefused if there is no such custom field, the viewer may not use it, or its index is not ready */
  custom(key: string, path: ArgumentPath): ListField {
    const definition = this.#definitions.get(key);
    const field = definition && this.#decided(customField(definition), path);
    if (!field || !isShown(definition.state))
      throw ListRefused.malformed(path, "There is no custom field in use with this key.");
    if (indexingOf(definition) === "preparing") throw ListRefused.notReady(path, field);
    return field;
  }

  /**
   * A coordinator compares with groups of their own only.
   * @throws ListRefused (FORBIDDEN) for another group, and alike for one that never was
   */
  requireOwnGroups(field: ListField, tests: readonly Test[], path: ArgumentPath): void {
    const { viewer } = this.#asker;
    if (!isGroup(field) || viewer.kind !== "member" || viewer.role !== "coordinator") return;
    const named = tests.flatMap((test) => (test.op === "eq" ? [test.value] : test.op === "in" ? test.values : []));
    if (named.every((id) => viewer.groupIds.includes(String(id)))) return;
    throw ListRefused.forbidden(path, field, "it is no group of yours");
  }

  /** Whether the viewer may use a standard field, which counts as used if so. */
  maybe(name: StandardField): boolean {
    return this.#decide(standardField(name)) === null;
  }

  #decided(field: ListField, path: ArgumentPath): ListField {
    const reason = this.#decide(field);
    if (reason !== null) throw ListRefused.forbidden(path, field, reason);
    return field;
  }

  #decide(field: ListField): string | null {
    if (isGroup(field) && !knowsGroups(this.#asker.viewer)) return GROUPS_ARE_FOR_MEMBERS;
    const custom = field.kind === "custom" && { fieldId: field.definition.id, fieldOwner: field.definition.owner };
    const use = useOf(this.#asker, field.row, custom || {}, `contacts by ${field.name}`);
    if (use.kind === "denied") return use.reason;
    this.#hidesRestricted ||= use.hidesRestricted;
    return null;
  }
}

function isGroup(field: ListField): boolean {
  return field.kind === "standard" && field.name === "group";
}
