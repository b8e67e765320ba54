import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import type { IdentityContext } from "../context.js";
import { EVENT_KINDS } from "../event/event-catalogue.js";
import { tryPayloadQuery } from "../webhook-delivery/read-payload.js";
import { InvalidWebhookEndpoint } from "./webhook-endpoint.errors.js";
import type { WebhookEndpointRow } from "./webhook-endpoint.repository.js";

const NAMES = new Set<string>(Object.values(EVENT_KINDS).map(({ name }) => name));
const LONGEST_DESCRIPTION = 200;
const LONGEST_URL = 2000;
const LONGEST_QUERY = 10_000;

/** What is wrong with an endpoint as it would be, if anything: told before anything is written. */
export async function judgeEndpoint(
  { services }: IdentityContext,
  endpoint: WebhookEndpointRow,
): Promise<InvalidWebhookEndpoint | null> {
  const { url, description, eventTypes, payloadQuery } = endpoint;
  const refused = url.length > LONGEST_URL ? "It is too long." : services.webhooks.outbound.whyRefused(url);
  if (refused) return InvalidWebhookEndpoint.at("url", refused);
  if (description.length > LONGEST_DESCRIPTION)
    return InvalidWebhookEndpoint.at("description", `Use at most ${LONGEST_DESCRIPTION} characters.`);
  const unknown = eventTypes?.find((name) => !NAMES.has(name));
  if (unknown !== undefined || eventTypes?.length === 0)
    return InvalidWebhookEndpoint.at("eventTypes", "Name types of the catalogue, for example submission.submitted.");
  if (payloadQuery === null) return null;
  if (payloadQuery.length > LONGEST_QUERY) return InvalidWebhookEndpoint.at("payloadQuery", "It is too long.");
  const problem = await tryPayloadQuery(services.webhooks.payloads, endpoint.accountId, payloadQuery);
  return problem === null ? null : InvalidWebhookEndpoint.at("payloadQuery", problem);
}

/** The uuids of custom fields that a grant can open; an error if one is not there, or restricted (L3): none opens those. */
export async function readFieldIds(
  { loaders }: IdentityContext,
  ids: readonly string[],
): Promise<string[] | InvalidWebhookEndpoint> {
  const fields = await loaders.contactFields();
  const known = new Set(fields.filter(({ sensitivity }) => sensitivity !== "L3").map(({ id }) => id));
  const read = ids.map((id) => fromGlobalId("ContactField", id));
  if (read.every((id) => known.has(id))) return read;
  return InvalidWebhookEndpoint.at("fieldIds", "Name custom fields of this account that are not restricted (L3).");
}
