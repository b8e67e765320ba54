import { GraphQLObjectType, type GraphQLSchema } from "graphql";
import { forbidden, notFound } from "@studio/kit/error/codes.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import type { RequestContext } from "@studio/kit/server/request-context.js";
import { isWatched } from "@studio/kit/server/watched-reads.js";
import { rule, type Decision } from "@studio/kit/shield/rule.js";
import { UnguardableSchema, type Rule } from "@studio/kit/shield/guard-schema.js";
import { CONTACT_FIELD_ROWS, type AccessRow } from "./access-table.js";
import { audienceOf } from "./audience.js";
import { accessTo, leavesTrace } from "./access-to.js";
import type { AccessFacts } from "./decide-field-access.js";

/**
 * The answer of the access table as a shield rule gives it. A masked value passes: its resolver masks it. What staff
 * are let to see is noted (P31), and so is every L3 value and all that a purpose opened; where it cannot be noted, it
 * stays closed.
 */
export function toDecision(
  context: RequestContext,
  row: AccessRow | undefined,
  field: string,
  facts: AccessFacts,
): Decision {
  if (audienceOf(context.viewer, facts) === null) return notFound("contact");
  const access = accessTo(context, row, facts);
  if (access.kind === "denied") return forbidden(field, access.reason);
  if (!isWatched(context.viewer) && !leavesTrace(row, access)) return true;
  if (!context.reads) return forbidden(field, "who reads it here could not be recorded");
  context.reads.note(toGlobalId("Contact", facts.contactId), field.replace(/^Contact\./, ""));
  return true;
}

/**
 * The shield rules of a subgraph's fields on `Contact`, each decided by the field's row in the access table.
 * @param factsOf the facts about a parent contact, from the subgraph's own row or loader
 * @throws UnguardableSchema if an output field of `Contact` has no row
 */
export function contactFieldRules<Parent, Context extends RequestContext>(
  fields: readonly string[],
  factsOf: (parent: Parent, context: Context) => AccessFacts | Promise<AccessFacts>,
): Record<string, Rule> {
  return Object.fromEntries(
    fields.map((field) => {
      const row = CONTACT_FIELD_ROWS[field];
      if (!row) throw new UnguardableSchema(`Contact.${field} has no row in the access table.`);
      const decide = rule<Parent, unknown, Context>(`mayRead_${field}`, async (parent, _args, context) =>
        toDecision(context, row, `Contact.${field}`, await factsOf(parent, context)),
      );
      return [field, decide];
    }),
  );
}

/** @throws UnguardableSchema unless every output field of `Contact` in the schema has a row in the access table */
export function assertEveryContactFieldHasRow(schema: GraphQLSchema): void {
  const contact = schema.getType("Contact");
  if (!(contact instanceof GraphQLObjectType)) return;
  const missing = Object.keys(contact.getFields()).filter((field) => !CONTACT_FIELD_ROWS[field]);
  if (missing.length > 0)
    throw new UnguardableSchema(`Without a row in the access table: Contact.${missing.join(", Contact.")}.`);
}
