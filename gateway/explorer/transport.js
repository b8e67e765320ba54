/**
 * One subscription over a WebSocket of its own (graphql-transport-ws). Ends when the caller stops iterating.
 * @param {object} operation
 * @param {Record<string, string>} headers sent as the payload of `connection_init`
 */
export async function* subscribe(operation, headers) {
  const socket = new WebSocket(`${location.origin.replace(/^http/, "ws")}/graphql`, "graphql-transport-ws");
  const arrived = [];
  let wake = () => {};
  const arrive = (message) => {
    arrived.push(message);
    wake();
  };
  const send = (message) => socket.send(JSON.stringify(message));
  socket.addEventListener("open", () => send({ type: "connection_init", payload: headers }));
  socket.addEventListener("close", ({ code, reason }) => arrive({ type: "closed", payload: { code, reason } }));
  socket.addEventListener("message", ({ data }) => {
    const message = JSON.parse(data);
    if (message.type === "connection_ack") send({ id: "1", type: "subscribe", payload: operation });
    else if (message.type === "ping") send({ type: "pong" });
    else arrive(message);
  });
  try {
    for (;;) {
      while (arrived.length === 0) await new Promise((resolve) => (wake = resolve));
      const { type, payload } = arrived.shift();
      if (type === "next") yield payload;
      else if (type === "error") yield { errors: payload };
      if (type === "closed")
        yield { errors: [{ message: `The connection was closed (${payload.code}) ${payload.reason}` }] };
      if (type !== "next") return;
    }
  } finally {
    socket.close();
  }
}
