import type { SystemActor } from "@studio/kit/auth/viewer.js";
import { changeState } from "@studio/kit/db/change.js";
import type { Database } from "@studio/kit/db/database.js";
import type { Clock } from "@studio/kit/clock.js";
import { newId } from "@studio/kit/id.js";
import { setTurn } from "../webhook-delivery/webhook-turn.repository.js";
import { lockWebhookEndpoint, updateWebhookEndpoint, type WebhookEndpointRow } from "./webhook-endpoint.repository.js";
import type { WebhookDisabledReason } from "./webhook-endpoint.values.js";

const PART: SystemActor = { kind: "system", part: "webhooks" };

export interface DisablingWork {
  db: Database;
  clock: Clock;
  wake: (accountId: string) => void;
  /** Tells the account's owners by mail. */
  giveNotice: (tx: Parameters<Parameters<Database["inAccount"]>[1]>[0], endpoint: WebhookEndpointRow) => Promise<void>;
}

/** Stops sending to an endpoint, with notice to the account. It is kept, with what waits, and can be taken up again. */
export async function disableEndpoint(
  work: DisablingWork,
  { accountId, id }: WebhookEndpointRow,
  reason: WebhookDisabledReason,
): Promise<null> {
  const { db, clock, wake } = work;
  const scope = { db, clock, wake, viewer: PART, accountId, requestId: newId() };
  return changeState<null>(scope, async ({ tx, audit, emit, abandon }) => {
    const endpoint = await lockWebhookEndpoint(tx, accountId, id);
    if (endpoint?.status !== "active") return abandon(null);
    const disabled = await updateWebhookEndpoint(tx, accountId, id, { status: "disabled", disabledReason: reason });
    await setTurn(tx, { accountId, endpointId: id }, null);
    await work.giveNotice(tx, disabled);
    audit({ action: "webhook_endpoint.disabled", subjectType: "WebhookEndpoint", subjectId: id, reason });
    emit({ type: "webhook_endpoint.disabled", ids: { webhookEndpointId: id } });
    return null;
  });
}
