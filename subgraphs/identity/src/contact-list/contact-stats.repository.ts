import { sql, type SQL } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import { typedArray } from "@studio/kit/paging/keyset.js";
import { contact } from "../contact/contact.table.js";
import { groupContact } from "../group/group.table.js";
import { columnOf } from "./column.sql.js";
import type { CountPlan } from "./contact-list.repository.js";
import type { Facet } from "./read-facets.js";
import type { GroupScope } from "./group.sql.js";
import { contactsInStudios } from "./studio.sql.js";

/** How many contacts have a value. `facet` is its place among those asked for; -1 is the total. */
export interface FacetCount {
  facet: number;
  value: string | null;
  count: number;
}

/** Which contacts to count, as whom, and when. */
export interface StatsPlan extends CountPlan, GroupScope {
  now: Date;
}

/** The total and every facet's counts, in one statement. */
export async function countFacets(tx: Tx, plan: StatsPlan, facets: readonly Facet[]): Promise<FacetCount[]> {
  const total = sql`select -1 as facet, null::text as value, count(*)::int as count from ${contact} where ${plan.where}`;
  const counts = facets.map((facet, index) => sql`(${countBy(facet, plan, index)})`);
  const statement = sql.join([total, ...counts], sql` union all `);
  const rows = await tx.execute<{ [name: string]: unknown }>(statement);
  return [...rows] as unknown as FacetCount[];
}

function countBy({ field, limit }: Facet, plan: StatsPlan, index: number): SQL {
  const { value, from, counted = sql`*` } = source(field, plan);
  return sql`select ${sql.raw(String(index))} as facet, ${value} as value, count(${counted})::int as count
    from ${from} where ${plan.where} group by 2 order by 3 desc, 2 limit ${limit}`;
}

function source(field: Facet["field"], { groupIds, now }: StatsPlan): { value: SQL; from: SQL; counted?: SQL } {
  if (field.kind === "standard" && field.name === "group") {
    const visible = groupIds === null ? sql`true` : sql`${groupContact.groupId} = any(${typedArray(groupIds, "uuid")})`;
    const from = sql`${contact} join ${groupContact} on ${groupContact.accountId} = ${contact.accountId}
      and ${groupContact.contactId} = ${contact.id} and ${visible}`;
    return { value: sql`${groupContact.groupId}::text`, from };
  }
  if (field.kind === "standard" && field.name === "studio") {
    return { value: sql`taking.studio_id::text`, from: contactsInStudios(now), counted: sql`distinct ${contact.id}` };
  }
  if (field.kind === "custom" && field.values === "choices") {
    const { id } = field.definition;
    const from = sql`${contact} cross join lateral jsonb_array_elements_text(${contact.custom} -> ${id}::text) as choice (id)`;
    return { value: sql`choice.id`, from };
  }
  return { value: columnOf(field).sql, from: sql`${contact}` };
}
