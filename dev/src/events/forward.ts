import { setTimeout as sleep } from "node:timers/promises";
import { eventTypeName } from "@studio/identity/event/event-catalogue.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import { Webhook } from "standardwebhooks";
import type { FollowedEvent } from "./follow.js";

const PAUSE_MS = 1_000;

/** What a webhook without a payload query holds of an event. */
function bodyOf({ type, occurredAt, ...rest }: FollowedEvent): string {
  const data = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null));
  return JSON.stringify({ type: eventTypeName(type), timestamp: occurredAt, data });
}

/**
 * Posts an event to a local address as the platform would, signed by `secret` (Standard Webhooks, `v1`). Nothing that
 * answers there is waited for; whatever is answered is taken.
 * @returns the status
 */
export async function forward(
  url: string,
  secret: string,
  event: FollowedEvent,
  tell: (line: string) => void,
): Promise<number> {
  const id = fromGlobalId("Event", event.id);
  const body = bodyOf(event);
  for (;;) {
    const at = new Date();
    const headers = {
      "content-type": "application/json",
      "webhook-id": id,
      "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
      "webhook-signature": new Webhook(secret).sign(id, at, body),
    };
    try {
      const { status } = await fetch(url, { method: "POST", headers, body, redirect: "manual" });
      return status;
    } catch {
      tell(`Nothing answers at ${url}; trying again …`);
      await sleep(PAUSE_MS);
    }
  }
}
