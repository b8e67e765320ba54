import { randomBytes } from "node:crypto";
import { eventTypeName } from "@studio/identity/event/event-catalogue.js";
import { forward } from "./forward.js";
import type { Followed, FollowedEvent } from "./follow.js";
import type { EventsOptions } from "./options.js";

type Tell = (line: string) => void;

/** What becomes of each event: it is printed and, if asked for, forwarded. */
export function shower(options: EventsOptions, out: Tell, tell: Tell): (followed: Followed) => Promise<void> {
  const { "forward-to": target, json } = options;
  const secret = options.secret ?? `whsec_${randomBytes(24).toString("base64")}`;
  if (target !== undefined) tell(`Forwarding to ${target}. Verify with the secret ${secret}`);
  return async ({ event, cursor }) => {
    if (event === null) return;
    const status = target === undefined ? null : await forward(target, secret, event, tell);
    out(json ? JSON.stringify({ ...event, type: eventTypeName(event.type), cursor }) : lineOf(event, status));
  };
}

function lineOf(
  { id: _id, type, occurredAt, version: _version, ...ids }: FollowedEvent,
  status: number | null,
): string {
  const shown = Object.entries(ids).flatMap(([name, id]) => (id === null ? [] : [`${name}=${id}`]));
  const answered = status === null ? "" : `  [${status}]`;
  return `${occurredAt}  ${eventTypeName(type).padEnd(28)} ${shown.join(" ")}${answered}`;
}
