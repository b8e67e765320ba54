import { notFound } from "@studio/kit/error/codes.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import { accountOf, type IdentityContext } from "../context.js";
import { VersionConflict } from "../version-conflict.error.js";
import { changeWebhookEndpoint } from "./change-webhook-endpoint.js";
import { judgeEndpoint, readFieldIds } from "./judge-endpoint.js";
import { InvalidWebhookEndpoint } from "./webhook-endpoint.errors.js";
import type { UpdateWebhookEndpointInput } from "./webhook-endpoint.input.js";
import {
  findWebhookEndpoint,
  updateWebhookEndpoint as write,
  type WebhookEndpointRow,
} from "./webhook-endpoint.repository.js";
import { WebhookEndpointPayload, type UpdateWebhookEndpointResult } from "./webhook-endpoint.result.js";

/** Changes what an endpoint is sent and where. What waits for it goes to the new address. */
export async function updateWebhookEndpoint(
  context: IdentityContext,
  input: UpdateWebhookEndpointInput,
): Promise<typeof UpdateWebhookEndpointResult> {
  const accountId = accountOf(context);
  const id = fromGlobalId("WebhookEndpoint", input.id);
  const known = await context.services.db.inAccount(accountId, (tx) => findWebhookEndpoint(tx, accountId, id));
  if (!known) throw notFound("webhook endpoint");
  const fieldGrants = await readFieldIds(context, input.fieldIds ?? []);
  if (fieldGrants instanceof InvalidWebhookEndpoint) return fieldGrants;
  const change = changeOf(input, fieldGrants);
  const problem = await judgeEndpoint(context, { ...known, ...change });
  if (problem) return problem;
  type Result = typeof UpdateWebhookEndpointResult;
  return changeWebhookEndpoint<Result>(context, input.id, async ({ version }, { tx, abandon }, record) => {
    if (version !== input.version) return abandon(VersionConflict.at(["input", "version"], version));
    record("updated", { fields: Object.keys(change) });
    return WebhookEndpointPayload.of(await write(tx, accountId, id, change));
  });
}

function changeOf(input: UpdateWebhookEndpointInput, fieldGrants: string[]): Partial<WebhookEndpointRow> {
  return {
    ...(input.url != null && { url: input.url }),
    ...(input.description != null && { description: input.description }),
    ...(input.eventTypes !== undefined && { eventTypes: input.eventTypes }),
    ...(input.payloadQuery !== undefined && { payloadQuery: input.payloadQuery }),
    ...(input.scopes != null && { scopes: input.scopes }),
    ...(input.fieldIds != null && { fieldGrants }),
  };
}
