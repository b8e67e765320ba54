// Loaded ahead of a gateway or a subgraph: it names points inside them, and changes nothing else.
import { ServerResponse } from "node:http";
import { OutboundClient } from "@studio/kit/outbound/outbound-client.js";
import { WebSocket } from "ws";
import { reach } from "./fault.js";

/** Wraps a method, so that `around` decides when it is called. */
function wrap<T extends object>(target: T, name: keyof T, around: (call: () => unknown, args: unknown[]) => unknown) {
  const original = target[name] as (...args: unknown[]) => unknown;
  target[name] = function (this: unknown, ...args: unknown[]) {
    return around(() => original.apply(this, args), args);
  } as T[keyof T];
}

/** The stream has yielded an event; before it is written, and once it is and the rest of its page is not. */
function passEvent(call: () => unknown, [data]: unknown[]): unknown {
  if (typeof data !== "string" || !/"type":"next"|^event: next/m.test(data)) return call();
  reach("gateway.before-flush");
  const result = call();
  reach("gateway.mid-page");
  return result;
}

wrap(ServerResponse.prototype, "write", passEvent);
wrap(WebSocket.prototype, "send", passEvent);
wrap(OutboundClient.prototype, "post", async (call) => {
  const answer = await call();
  reach("worker.after-post");
  return answer;
});
