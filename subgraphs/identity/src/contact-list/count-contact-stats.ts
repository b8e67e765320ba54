import { toGlobalId } from "@studio/kit/paging/global-id.js";
import type { IdentityContext } from "../context.js";
import type { ContactFacetInput, ContactStatsArgs } from "./contact-stats.input.js";
import { countFacets, type FacetCount } from "./contact-stats.repository.js";
import type { ContactFacet, ContactFacetValue, ContactStats } from "./contact-stats.type.js";
import { readFacets, type Facet } from "./read-facets.js";
import { openFieldUses, readSelection, selectContacts } from "./selection.js";

/**
 * Counts contacts by fields, in one statement.
 * @throws ListRefused naming the argument that is malformed, or that the viewer may not use
 */
export async function countContactStats(context: IdentityContext, args: ContactStatsArgs): Promise<ContactStats> {
  const uses = await openFieldUses(context);
  const selection = readSelection(context, uses, [{ selection: args, path: [] }]);
  const facets = readFacets(args.facets, uses);
  const { accountId, groupIds } = selection;
  const { where } = await selectContacts(context, selection, uses);
  const plan = { where, groupIds, now: context.services.clock.now() };
  const counts = await context.services.db.inAccount(accountId, (tx) => countFacets(tx, plan, facets));
  return {
    totalCount: counts.find(({ facet }) => facet === -1)?.count ?? 0,
    facets: await Promise.all(
      facets.map((facet, index) =>
        toFacet(
          context,
          facet,
          args.facets[index]!,
          counts.filter((one) => one.facet === index),
        ),
      ),
    ),
  };
}

async function toFacet(
  context: IdentityContext,
  { field }: Facet,
  { field: name, custom }: ContactFacetInput,
  counts: readonly FacetCount[],
): Promise<ContactFacet> {
  // The most frequent first; the database gives no order to the parts of a union.
  const sorted = counts.toSorted((left, right) => right.count - left.count);
  const values = await Promise.all(sorted.map((one) => toValue(context, field, one)));
  return { field: name ?? null, custom: custom ?? null, values };
}

/** Names of studios are for the account's members, who see them; the others count by ids. */
async function toValue(
  { loaders, viewer }: IdentityContext,
  field: Facet["field"],
  { value, count }: FacetCount,
): Promise<ContactFacetValue> {
  if (value === null) return { value, label: null, count };
  if (field.kind === "custom") {
    const option = field.definition.options.find(({ id }) => id === value);
    return { value, label: option?.label ?? null, count };
  }
  if (field.name === "studio") {
    const label = viewer.kind === "member" ? await loaders.studioNameById.load(value) : null;
    return { value: toGlobalId("Studio", value), label, count };
  }
  if (field.name !== "group") return { value: value.toUpperCase(), label: null, count };
  const group = await loaders.groupById.load(value);
  return { value: toGlobalId("Group", value), label: group?.name ?? null, count };
}
