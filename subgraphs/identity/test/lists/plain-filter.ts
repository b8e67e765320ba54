import { toGlobalId } from "@studio/kit/paging/global-id.js";

/** A contact as the plain evaluation sees it. Moments are ISO 8601 texts. */
export interface PlainContact {
  id: string;
  status: string;
  firstName: string;
  lastName: string;
  email: string | null;
  externalId: string | null;
  groupIds: readonly string[];
  restrictedAt: string | null;
  createdAt: string;
  updatedAt: string;
  hasPhone: boolean;
  custom: Readonly<Record<string, unknown>>;
}

/** A filter as a client sends it. */
export type PlainFilter = Readonly<Record<string, unknown>>;

type Ops = Record<string, unknown>;

const OPEN = new Set(["id", "restrictedAt"]);

/** Whether a filter names anything but id and flag: then contacts under restriction stay out. */
export function usesValues(filter: PlainFilter): boolean {
  return Object.entries(filter).some(([key, value]) => {
    if (key === "and" || key === "or") return (value as PlainFilter[]).some((one) => usesValues(one));
    return key === "not" ? usesValues(value as PlainFilter) : !OPEN.has(key);
  });
}

/** What a filter means, said once more in plain JavaScript. */
export function holds(contact: PlainContact, filter: PlainFilter): boolean {
  return Object.entries(filter).every(([key, value]) => {
    switch (key) {
      case "and":
        return (value as PlainFilter[]).every((one) => holds(contact, one));
      case "or":
        return (value as PlainFilter[]).some((one) => holds(contact, one));
      case "not":
        return !holds(contact, value as PlainFilter);
      case "custom": {
        const { key: name, ...ops } = value as Ops & { key: string };
        return passes(contact.custom[name] ?? null, ops, collated);
      }
      case "id":
        return passes(toGlobalId("Contact", contact.id), value as Ops, bytewise);
      case "group":
        return inGroups(
          contact.groupIds.map((id) => toGlobalId("Group", id)),
          value as Ops,
        );
      case "phone":
        return passes(contact.hasPhone ? "" : null, value as Ops, bytewise);
      case "firstName":
      case "lastName":
        return passes(contact[key], value as Ops, collated);
      case "email":
        return passes(contact.email, lowered(value as Ops), bytewise);
      default:
        return passes(contact[key as "status"] ?? null, value as Ops, bytewise);
    }
  });
}

type Compare = (left: never, right: never) => number;

const collator = new Intl.Collator("en");
const collated: Compare = (left: never, right: never) =>
  typeof left === "string" ? collator.compare(left, right) : Number(left) - Number(right);
const bytewise: Compare = (left: never, right: never) => (left < right ? -1 : left > right ? 1 : 0);

function passes(value: unknown, ops: Ops, compare: Compare): boolean {
  const order = (other: unknown) => compare(value as never, other as never);
  return Object.entries(ops).every(([op, operand]) => {
    if (op === "isSet") return (value !== null) === operand;
    if (value === null) return false;
    switch (op) {
      case "eq":
        return same(value, operand);
      case "in":
        return (operand as unknown[]).some((one) => same(value, one));
      case "lt":
        return order(operand) < 0;
      case "gt":
        return order(operand) > 0;
      case "between":
        return order((operand as unknown[])[0]) >= 0 && order((operand as unknown[])[1]) <= 0;
      case "contains":
        return Array.isArray(value) ? value.includes(operand) : folded(value).includes(folded(operand));
      case "startsWith":
        return folded(value).startsWith(folded(operand));
      default:
        throw new Error(`No such comparison: ${op}`);
    }
  });
}

function inGroups(groups: readonly string[], ops: Ops): boolean {
  return Object.entries(ops).every(([op, operand]) => {
    if (op === "isSet") return groups.length > 0 === operand;
    return groups.some((group) => (op === "eq" ? group === operand : (operand as string[]).includes(group)));
  });
}

function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

function folded(value: unknown): string {
  return String(value).toLowerCase();
}

function lowered(ops: Ops): Ops {
  return JSON.parse(
    JSON.stringify(ops).toLowerCase().replaceAll("startswith", "startsWith").replaceAll("isset", "isSet"),
  );
}
