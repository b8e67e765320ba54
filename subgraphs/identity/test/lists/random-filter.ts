import { toGlobalId } from "@studio/kit/paging/global-id.js";
import type { PlainContact, PlainFilter } from "./plain-filter.js";

/** Random choices that are the same for the same seed (mulberry32). */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)]!;
  }
}

/** A random filter, whose values are mostly some contact's own so that it matches somebody. */
export function randomFilter(chance: Chance, contacts: readonly PlainContact[], depth = 3): PlainFilter {
  const roll = chance.below(10);
  if (depth > 0 && roll < 5) {
    const branches = Array.from({ length: chance.below(4) }, () => randomFilter(chance, contacts, depth - 1));
    if (roll < 2) return { and: branches };
    if (roll < 4) return { or: branches };
    return { not: randomFilter(chance, contacts, depth - 1) };
  }
  const one = randomTest(chance, contacts);
  return chance.below(4) === 0 ? { ...one, ...randomTest(chance, contacts) } : one;
}

const TEXT_OPS = ["eq", "in", "lt", "gt", "between", "contains", "startsWith"] as const;
const ORDER_OPS = ["eq", "in", "lt", "gt", "between"] as const;

function randomTest(chance: Chance, contacts: readonly PlainContact[]): PlainFilter {
  const some = () => chance.pick(contacts);
  const text = (of: (contact: PlainContact) => string | null) =>
    operand(chance, chance.pick(TEXT_OPS), () => of(some()) ?? "nothing");
  const isSet = { isSet: chance.below(2) === 0 };
  switch (chance.below(13)) {
    case 0:
      return { firstName: text((contact) => contact.firstName) };
    case 1:
      return { lastName: text((contact) => contact.lastName) };
    case 2:
      return { email: text((contact) => contact.email) };
    case 3:
      return { externalId: chance.below(3) === 0 ? isSet : text((contact) => contact.externalId) };
    case 4:
      return { status: operand(chance, chance.pick(["eq", "in"]), () => some().status) };
    case 5:
      return { createdAt: operand(chance, chance.pick(ORDER_OPS.filter((op) => op !== "in")), () => some().createdAt) };
    case 6:
      return { restrictedAt: isSet };
    case 7:
      return { group: chance.below(3) === 0 ? isSet : operand(chance, "in", () => groupOf(some())) };
    case 8:
      return { phone: isSet };
    case 9:
      return { id: operand(chance, "in", () => toGlobalId("Contact", some().id)) };
    default:
      return { custom: randomCustom(chance, some) };
  }
}

const CUSTOM: Readonly<Record<string, readonly string[]>> = {
  department: ["eq", "in"],
  office: ["eq", "in"],
  job_title: TEXT_OPS,
  employee_number: TEXT_OPS,
  languages: ["eq", "in", "contains"],
  start_date: ORDER_OPS,
  remote_days: ORDER_OPS,
};

function randomCustom(chance: Chance, some: () => PlainContact): PlainFilter {
  const key = chance.pick(Object.keys(CUSTOM));
  const op = chance.below(5) === 0 ? "isSet" : chance.pick(CUSTOM[key]!);
  const values = (): unknown => {
    for (let tries = 0; tries < 50; tries++) {
      const value = some().custom[key];
      if (value !== undefined && value !== null) return value;
    }
    throw new Error(`Nobody has a ${key}.`);
  };
  if (op === "isSet") return { key, isSet: chance.below(2) === 0 };
  if (key === "languages" && op === "contains") return { key, contains: chance.pick(values() as string[]) };
  return { key, ...operand(chance, op, values) };
}

function operand(chance: Chance, op: string, value: () => unknown): PlainFilter {
  switch (op) {
    case "in":
      return { in: Array.from({ length: 1 + chance.below(3) }, value) };
    case "between":
      return { between: [value(), value()] };
    case "contains": {
      const text = String(value());
      const from = chance.below(text.length);
      return { contains: recased(chance, text.slice(from, from + 1 + chance.below(4))) };
    }
    case "startsWith":
      return { startsWith: recased(chance, String(value()).slice(0, 1 + chance.below(4))) };
    default:
      return { [op]: value() };
  }
}

function recased(chance: Chance, text: string): string {
  return chance.below(2) === 0 ? text.toUpperCase() : text;
}

function groupOf(contact: PlainContact): string {
  return toGlobalId("Group", contact.groupIds[0] ?? contact.id);
}
