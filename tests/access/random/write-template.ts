import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isRequiredArgument,
  isUnionType,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";
import { LIKELY, OFTEN, kindOf, likelihoodOf } from "./likely.js";
import type { Random } from "./random.js";
import type { Root, Slot, Template } from "./template.js";

const MAX_DEPTH = 6;
/** Below what the gateway allows, so that refusals for size are rare. */
const MAX_ALIASES = 20;

/** Writes one random operation over the API's schema: always valid, of any fields, arguments, aliases and fragments. */
export function writeTemplate(schema: GraphQLSchema, random: Random, only?: readonly string[]): Template {
  const kind = only
    ? kindOf(schema, only)
    : random.chance(0.02)
      ? "subscription"
      : random.chance(0.2)
        ? "mutation"
        : "query";
  const type = {
    query: schema.getQueryType(),
    mutation: schema.getMutationType(),
    subscription: schema.getSubscriptionType(),
  }[kind]!;
  return new TemplateWriter(schema, random, only).write(kind, type);
}

class TemplateWriter {
  readonly #schema: GraphQLSchema;
  readonly #random: Random;
  readonly #only: readonly string[] | undefined;
  readonly #slots: Slot[] = [];
  readonly #fragments: string[] = [];
  #aliases = 0;
  /** Fields that may still be selected. */
  #budget: number;

  constructor(schema: GraphQLSchema, random: Random, only: readonly string[] | undefined) {
    this.#schema = schema;
    this.#only = only;
    this.#random = random;
    this.#budget = random.between(4, 36);
  }

  write(kind: Template["kind"], type: GraphQLObjectType): Template {
    const roots: Root[] = [];
    const texts: string[] = [];
    const count = kind === "query" && this.#random.chance(0.25) ? 2 : 1;
    for (let n = 0; n < count; n++) {
      const field = this.#rootField(type);
      const key = n === 0 && this.#random.chance(0.8) ? field.name : this.#alias();
      const given = this.#arguments(type.name, field);
      const args = Object.fromEntries(given.flatMap(({ name, variable }) => (variable ? [[name, variable]] : [])));
      roots.push({ key, field: field.name, args });
      texts.push(
        `${key === field.name ? "" : `${key}: `}${field.name}${written(given)}${this.#below(field, MAX_DEPTH)}`,
      );
    }
    const declared = this.#slots.map(({ name, type: of }) => `$${name}: ${String(of)}`).join(", ");
    const query = `${kind} Random${declared && `(${declared})`} { ${texts.join(" ")} }\n${this.#fragments.join("\n")}`;
    return { kind, query, slots: this.#slots, roots };
  }

  #rootField(type: GraphQLObjectType): GraphQLField<unknown, unknown> {
    const fields = Object.values(type.getFields()).filter(({ name }) => this.#only?.includes(name) ?? true);
    const total = fields.reduce((sum, { name }) => sum + (OFTEN[name] ?? 1), 0);
    let at = this.#random.next() * total;
    return fields.find(({ name }) => (at -= OFTEN[name] ?? 1) < 0) ?? fields[0]!;
  }

  #arguments(parent: string, field: GraphQLField<unknown, unknown>): Given[] {
    const wanted = field.args.filter(
      (argument) => isRequiredArgument(argument) || this.#random.chance(likelihoodOf(argument, field.name)),
    );
    const pages = wanted.filter(({ name }) => name === "first" || name === "last");
    const dropped = pages.length === 2 ? this.#random.pick(pages) : null;
    return wanted.filter((argument) => argument !== dropped).map((argument) => this.#argument(parent, field, argument));
  }

  #argument(parent: string, field: { name: string }, { name, type }: GraphQLArgument): Given {
    const named = getNamedType(type);
    if (named.name === "Int") return { name, text: String(this.#random.between(1, 9)) };
    if (isEnumType(named) && String(getNullableType(type)) === named.name && this.#random.chance(0.5)) {
      return { name, text: this.#random.pick(named.getValues()).name };
    }
    const variable = `v${this.#slots.length}`;
    this.#slots.push({ name: variable, type, at: `${parent}.${field.name}.${name}` });
    return { name, text: `$${variable}`, variable };
  }

  #below(field: GraphQLField<unknown, unknown>, depth: number): string {
    const type = getNamedType(field.type);
    return isCompositeType(type) ? ` ${this.#selection(type, depth - 1, new Map())}` : "";
  }

  /** @param taken the keys that are selected of the same answer by other fragments, with their types */
  #selection(type: GraphQLCompositeType, depth: number, taken: Map<string, string>): string {
    const text = isAbstractType(type) ? this.#ofAbstract(type, depth) : this.#ofObject(type, depth, taken);
    if (!isAbstractType(type) && this.#random.chance(0.08)) {
      this.#fragments.push(`fragment F${this.#fragments.length} on ${type.name} { ${text} }`);
      return `{ ...F${this.#fragments.length - 1} }`;
    }
    return this.#random.chance(0.05) ? `{ ... @include(if: true) { ${text} } }` : `{ ${text} }`;
  }

  #ofAbstract(type: GraphQLCompositeType & { name: string }, depth: number): string {
    const taken = new Map<string, string>();
    const types = this.#schema.getPossibleTypes(type as never);
    const likely = types.filter(({ name }) => /Payload$|^Contact$|^Submission$/.test(name));
    const others = types.filter((one) => !likely.includes(one));
    const chosen = [...this.#random.some(likely, 0.9), ...this.#random.some(others, 2 / (others.length + 1))];
    const parts = chosen.map((one) => `... on ${one.name} { ${this.#ofObject(one, depth, taken)} }`);
    return [
      "__typename",
      ...(isUnionType(type) ? [] : ["id"].filter((name) => type.name === "Node" && name)),
      ...parts,
    ].join(" ");
  }

  #ofObject(type: GraphQLObjectType, depth: number, taken: Map<string, string>): string {
    const parts: string[] = [];
    for (const field of shuffled(Object.values(type.getFields()), this.#random)) {
      const isDeep = isCompositeType(getNamedType(field.type));
      if (this.#budget <= 0 || (isDeep && depth <= 0) || !this.#random.chance(LIKELY[field.name] ?? 0.5)) continue;
      const alias = this.#aliases < MAX_ALIASES && this.#random.chance(0.06) ? this.#alias() : null;
      const key = alias ?? field.name;
      if (taken.has(key) && (isDeep || taken.get(key) !== String(field.type))) continue;
      taken.set(key, String(field.type));
      this.#budget--;
      const args = written(this.#arguments(type.name, field));
      parts.push(`${alias ? `${alias}: ` : ""}${field.name}${args}${this.#below(field, depth)}`);
    }
    return parts.length > 0 ? parts.join(" ") : "__typename";
  }

  #alias(): string {
    return `x${this.#aliases++}`;
  }
}

interface Given {
  name: string;
  text: string;
  variable?: string;
}

const written = (args: readonly Given[]) =>
  args.length === 0 ? "" : `(${args.map(({ name, text }) => `${name}: ${text}`).join(", ")})`;

function shuffled<T>(list: readonly T[], random: Random): T[] {
  return list
    .map((one) => [random.next(), one] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, one]) => one);
}
