import type { WebSocket } from "ws";
import { FORBIDDEN, SERVICE_RESTART, TRY_AGAIN_LATER } from "./close-codes.js";
import type { StreamPeer } from "./stream-peer.js";

/** A client behind a WebSocket, told by close codes. */
export function socketPeer(socket: WebSocket): StreamPeer {
  return {
    refuse: (reason) => socket.close(FORBIDDEN, `Forbidden: ${reason}`),
    sendAway: (reason) => socket.close(TRY_AGAIN_LATER, reason),
    restart: () => socket.close(SERVICE_RESTART, "Service restart"),
    cut: () => socket.terminate(),
  };
}
