import { and, or, sql, type SQL } from "drizzle-orm";
import { typed, typedArray } from "@studio/kit/paging/keyset.js";
import { contact } from "../contact/contact.table.js";
import { columnOf } from "./column.sql.js";
import type { Comparable, Condition, Test } from "./condition.js";
import { groupTest, type GroupScope } from "./group.sql.js";
import type { ListField } from "./list-field.js";
import { namesLike } from "./search.sql.js";

/**
 * A condition as SQL over `identity.contact`. Two-valued: `not` goes down to the comparisons, where `is not true` takes
 * a missing value for one that does not match.
 */
export function toSql(condition: Condition, scope: GroupScope, negated = false): SQL {
  switch (condition.kind) {
    case "all":
    case "any": {
      const parts = condition.of.map((part) => toSql(part, scope, negated));
      const isAll = (condition.kind === "all") !== negated;
      const empty = isAll ? sql`true` : sql`false`;
      return (isAll ? and(...parts) : or(...parts)) ?? empty;
    }
    case "not":
      return toSql(condition.of, scope, !negated);
    case "test": {
      const { field, test } = condition;
      if (negated) return sql`(${compare(field, test, scope)}) is not true`;
      return and(compare(field, test, scope), narrowed(field, test))!;
    }
    default:
      return condition satisfies never;
  }
}

function compare(field: ListField, test: Test, scope: GroupScope): SQL {
  if (field.name === "group" && field.kind === "standard") return groupTest(test, scope);
  if (field.kind === "custom" && field.values === "choices") return compareChoices(field.definition.id, test);
  const { sql: column, type } = columnOf(field);
  const value = (one: Comparable | readonly string[]) => typed(one as Comparable, type);
  switch (test.op) {
    case "eq":
      return sql`${column} = ${value(test.value)}`;
    case "lt":
      return sql`${column} < ${value(test.value)}`;
    case "gt":
      return sql`${column} > ${value(test.value)}`;
    case "in":
      return sql`${column} = any(${typedArray(test.values as Comparable[], type)})`;
    case "between":
      return sql`${column} between ${value(test.low)} and ${value(test.high)}`;
    case "contains":
      return sql`${column} ilike ${`%${pattern(test.text)}%`}`;
    case "startsWith":
      return sql`${column} ilike ${`${pattern(test.text)}%`}`;
    case "isSet":
      return test.value ? sql`${column} is not null` : sql`${column} is null`;
    default:
      return test satisfies never;
  }
}

/** A multi-select's value: ids of options in the order in which the field has them. */
function compareChoices(fieldId: string, test: Test): SQL {
  const held = sql`(${contact.custom} -> ${fieldId}::text)`;
  const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`;
  switch (test.op) {
    case "eq":
      return sql`${held} = ${json(test.value)}`;
    case "in":
      return or(...test.values.map((value) => sql`${held} = ${json(value)}`)) ?? sql`false`;
    case "contains":
      return sql`${contact.custom} @> ${json({ [fieldId]: [test.text] })}`;
    case "isSet":
      return test.value ? sql`${held} is not null` : sql`${held} is null`;
    default:
      throw new Error("A multi-select does not compare this way.");
  }
}

/** What the index of names can find ahead: it holds wherever the comparison of one name does, so nothing is lost. */
function narrowed(field: ListField, test: Test): SQL | undefined {
  const isName = field.kind === "standard" && (field.name === "firstName" || field.name === "lastName");
  const isPart = test.op === "contains" || test.op === "startsWith";
  if (!isName || !isPart || test.text.length < 3) return undefined;
  return namesLike(`%${pattern(test.text)}%`);
}

/** A text as itself inside a pattern. */
function pattern(text: string): string {
  return text.replaceAll(/[%_\\]/g, String.raw`\$&`);
}
