import type { IncomingMessage } from "node:http";
import { PURPOSE_HEADER } from "../viewer/stated-purpose.js";
import { PREVIEW_HEADER, type ShownCredential } from "../viewer/viewer-resolver.js";

/**
 * What a client shows over WebSocket: the payload of `connection_init`, and the upgrade's own headers where it is
 * silent (browsers cannot set those). What is shown and is no text is no credential either, and is refused as one.
 */
export function shownOverWebSocket(
  payload: Readonly<Record<string, unknown>> | undefined,
  upgrade: IncomingMessage,
): ShownCredential {
  const entries = Object.entries(payload ?? {}).map(([name, value]) => [name.toLowerCase(), value] as const);
  const given = Object.fromEntries(entries);
  const text = (name: string): string | undefined => {
    const value = given[name] ?? upgrade.headers[name] ?? undefined;
    return value === undefined || typeof value === "string" ? value : "";
  };
  return {
    authorization: text("authorization"),
    account: text("studio-account"),
    purpose: text(PURPOSE_HEADER),
    preview: text(PREVIEW_HEADER),
  };
}
