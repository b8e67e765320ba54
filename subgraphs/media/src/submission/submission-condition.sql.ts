import { and, or, sql, type SQL } from "drizzle-orm";
import { idArray } from "@studio/kit/db/id-array.js";
import { typed, typedArray } from "@studio/kit/paging/keyset.js";
import type { SubmissionCondition } from "./submission-condition.js";
import { submission } from "./submission.table.js";

/** A condition as SQL over `media.submission`. A missing value passes no comparison, and so passes its `not`. */
export function toSql(condition: SubmissionCondition): SQL {
  switch (condition.kind) {
    case "all":
      return and(...condition.of.map(toSql)) ?? sql`true`;
    case "any":
      return or(...condition.of.map(toSql)) ?? sql`false`;
    case "not":
      return sql`(${toSql(condition.of)}) is not true`;
    case "status":
      return sql`${submission.status}::text = any(${typedArray(condition.statuses, "text")})`;
    case "id":
      return sql`${submission[condition.field]} = any(${idArray(condition.ids)})`;
    case "moment": {
      const { field, compares, at } = condition;
      return sql`${submission[field]} ${sql.raw(compares)} ${typed(at, "timestamptz")}`;
    }
    case "set":
      return sql`(${submission[condition.field]} is not null) = ${condition.isSet}`;
    default:
      return condition satisfies never;
  }
}
