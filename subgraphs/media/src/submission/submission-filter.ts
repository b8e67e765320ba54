import { badInput } from "@studio/kit/error/codes.js";
import { parseGlobalId } from "@studio/kit/paging/global-id.js";
import type { TimeSpan } from "@studio/kit/paging/time-span.js";
import type { IdFilter, MomentFilter } from "@studio/kit/paging/value-filter.input.js";
import type { SubmissionCondition, SubmissionIdField, SubmissionMomentField } from "./submission-condition.js";
import type { SubmissionFilter } from "./submission-list.args.js";

/** How deep a filter may nest, and how many conditions it may name: as many as a filter of contacts. */
export const SUBMISSION_FILTER_LIMITS = { depth: 8, conditions: 60 } as const;

const MAX_IDS = 500;

const EVERYTHING: SubmissionCondition = { kind: "all", of: [] };

/**
 * Reads a filter. An id that leads nowhere matches nothing; one of another type is refused.
 * @throws BAD_USER_INPUT naming the argument, never its value
 */
export function readSubmissionFilter(filter: SubmissionFilter | null | undefined): SubmissionCondition {
  return filter ? new FilterReader().read(filter, "filter", 1) : EVERYTHING;
}

class FilterReader {
  #conditions = 0;

  read(filter: SubmissionFilter, path: string, depth: number): SubmissionCondition {
    if (depth > SUBMISSION_FILTER_LIMITS.depth) {
      throw badInput(`Nest a filter at most ${SUBMISSION_FILTER_LIMITS.depth} deep.`, path);
    }
    const given = Object.entries(filter).filter(([, value]) => value != null);
    const of = given.map(([key, value]) => this.#part(key as keyof SubmissionFilter, value, `${path}.${key}`, depth));
    return of.length === 1 ? of[0]! : { kind: "all", of };
  }

  #part(key: keyof SubmissionFilter, value: unknown, path: string, depth: number): SubmissionCondition {
    switch (key) {
      case "and":
      case "or": {
        const filters = value as SubmissionFilter[];
        const of = filters.map((filter, index) => this.read(filter, `${path}.${index}`, depth + 1));
        return { kind: key === "and" ? "all" : "any", of };
      }
      case "not":
        return { kind: "not", of: this.read(value as SubmissionFilter, path, depth + 1) };
      default:
        this.#conditions += 1;
        if (this.#conditions > SUBMISSION_FILTER_LIMITS.conditions) {
          throw badInput(`Name at most ${SUBMISSION_FILTER_LIMITS.conditions} conditions in one filter.`, path);
        }
        return readCondition(key, value, path);
    }
  }
}

function readCondition(
  key: Exclude<keyof SubmissionFilter, "and" | "or" | "not">,
  value: unknown,
  path: string,
): SubmissionCondition {
  switch (key) {
    case "status":
      return { kind: "status", statuses: value as NonNullable<SubmissionFilter["status"]> };
    case "id":
      return readIdFilter("id", "Submission", value as IdFilter, path);
    case "studio":
      return readIdFilter("studioId", "Studio", value as IdFilter, path);
    case "contact":
      return readIdFilter("contactId", "Contact", value as IdFilter, path);
    case "studioIds":
      return { kind: "id", field: "studioId", ids: readIds(value as string[], "Studio", path) };
    case "contactIds":
      return { kind: "id", field: "contactId", ids: readIds(value as string[], "Contact", path) };
    case "createdAt":
    case "submittedAt":
      return readMoment(key, value as MomentFilter, path);
    case "created":
      return readSpan("createdAt", value as TimeSpan);
    case "submitted":
      return readSpan("submittedAt", value as TimeSpan);
    default:
      return key satisfies never;
  }
}

function readIdFilter(field: SubmissionIdField, type: string, given: IdFilter, path: string): SubmissionCondition {
  const of = operandsOf(given, path).map(([operator, value]): SubmissionCondition => {
    const at = `${path}.${operator}`;
    if (operator === "in") return { kind: "id", field, ids: readIds(value as string[], type, at) };
    return { kind: "id", field, ids: [readId(value as string, type, at)] };
  });
  return { kind: "all", of };
}

function readIds(ids: readonly string[], type: string, path: string): string[] {
  if (ids.length > MAX_IDS) throw badInput(`Name at most ${MAX_IDS}.`, path);
  return ids.map((id, index) => readId(id, type, `${path}.${index}`));
}

function readId(id: string, type: string, path: string): string {
  const parsed = parseGlobalId(id);
  if (parsed?.type !== type) throw badInput(`It needs the global id of a ${type}.`, path);
  return parsed.id;
}

const COMPARES = { eq: "=", lt: "<", gt: ">" } as const;

function readMoment(field: SubmissionMomentField, given: MomentFilter, path: string): SubmissionCondition {
  const of = operandsOf(given, path).flatMap(([operator, value]): SubmissionCondition[] => {
    if (operator === "isSet") return [{ kind: "set", field, isSet: value as boolean }];
    if (operator !== "between") {
      return [{ kind: "moment", field, compares: COMPARES[operator], at: (value as Date).toISOString() }];
    }
    const ends = value as Date[];
    if (ends.length !== 2) throw badInput("Give two values: the first and the last.", `${path}.between`);
    return [
      { kind: "moment", field, compares: ">=", at: ends[0]!.toISOString() },
      { kind: "moment", field, compares: "<=", at: ends[1]!.toISOString() },
    ];
  });
  return { kind: "all", of };
}

function readSpan(field: SubmissionMomentField, { from, until }: TimeSpan): SubmissionCondition {
  const of: SubmissionCondition[] = [];
  if (from) of.push({ kind: "moment", field, compares: ">=", at: from.toISOString() });
  if (until) of.push({ kind: "moment", field, compares: "<", at: until.toISOString() });
  return { kind: "all", of };
}

/** What is compared with, by operator. A null there would hold for everything, which nobody means. */
function operandsOf<T extends object>(given: T, path: string): [keyof T & string, unknown][] {
  const operands = Object.entries(given).filter(([, value]) => value !== undefined);
  for (const [operator, value] of operands) {
    if (value === null) throw badInput("Null is no value to compare with: ask isSet.", `${path}.${operator}`);
  }
  return operands as [keyof T & string, unknown][];
}
