import { FIELDS, type Field } from "../../support/access/fields.js";
import type { Operation, Root } from "./template.js";

/** Where a list of contacts takes arguments, and where a mutation takes the same. */
const LISTS = ["contacts", "contactStats"];

const ORDER: Readonly<Record<string, string>> = {
  STATUS: "status",
  FIRST_NAME: "firstName",
  LAST_NAME: "lastName",
  EMAIL: "email",
  EXTERNAL_ID: "externalId",
};

/** Custom fields of the demo that are counted by, as the matrix calls their rows. */
const COUNTED: readonly Field[] = [
  { code: "dep", row: "custom field L0 public", name: "department", custom: { level: "L0", owner: "admin" } },
  { code: "off", row: "custom field L1 internal", name: "office", custom: { level: "L1", owner: "admin" } },
  { code: "sal", row: "custom field L2 confidential", name: "salary_band", custom: { level: "L2", owner: "hr" } },
];

const byName = new Map([...FIELDS, ...COUNTED].map((field) => [field.name, field]));

interface ListArguments {
  filter?: object;
  search?: string;
  orderBy?: { field?: string; custom?: string }[];
  facets?: { custom?: string }[];
}

/** What a root field's arguments name: a list's own, or those of a bulk action's target. */
export function listArguments(operation: Operation, root: Root): ListArguments | null {
  if (LISTS.includes(root.field)) {
    const entries = Object.entries(root.args).map(([name, variable]) => [name, operation.variables[variable]]);
    return Object.fromEntries(entries) as ListArguments;
  }
  if (root.field !== "startBulkAction") return null;
  const input = operation.variables[root.args["input"] ?? ""] as { target?: { matching?: ListArguments } } | undefined;
  return input?.target?.matching ?? null;
}

/** The fields with a value of a contact's that list arguments compare, order, search or count by. */
export function fieldsUsed({ filter, search, orderBy, facets }: ListArguments): Field[] {
  const names = [
    ...(filter ? namesIn(filter) : []),
    ...(search ? ["firstName"] : []),
    ...(orderBy ?? []).map(({ field, custom }) => custom ?? ORDER[field ?? ""]),
    ...(facets ?? []).map(({ custom }) => custom),
  ];
  return names.flatMap((name) => (name === undefined ? [] : (byName.get(name) ?? [])));
}

/** What a restriction leaves of a contact, as filters name it: the id and the flag. */
const LEFT = ["id", "restrictedAt"];

/** Whether list arguments use anything of a contact that a restriction closes. */
export function usesClosed({ filter, search, orderBy, facets }: ListArguments): boolean {
  const isFiltered = filter && namesIn(filter).some((name) => !LEFT.includes(name));
  return Boolean(isFiltered || search?.trim() || orderBy?.length || facets?.length);
}

function namesIn(filter: object): string[] {
  return Object.entries(filter).flatMap(([name, value]) => {
    if (name === "and" || name === "or") return (value as object[]).flatMap((one) => namesIn(one));
    if (name === "not") return namesIn(value as object);
    return [name === "custom" ? (value as { key: string }).key : name];
  });
}

/**
 * Whose value tells who is in the answer, if anybody is: that of a lone comparison, or of a search; null where an
 * answer says less than that.
 */
export function probedText({ filter, search, ...others }: ListArguments): string | null {
  if (search) return search;
  const [only, ...more] = Object.entries(filter ?? {});
  if (!only || more.length > 0 || "view" in others) return null;
  const [name, tests] = only as [string, { eq?: string; in?: string[]; startsWith?: string; contains?: string }];
  if (["and", "or", "not", "status", "group", "id"].includes(name)) return null;
  return tests.eq ?? tests.in?.[0] ?? tests.startsWith ?? tests.contains ?? null;
}
