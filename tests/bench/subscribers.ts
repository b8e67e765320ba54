import WebSocket from "ws";

// Many subscribers in one process. It tells its parent when all have begun, and then, for each event, when it came to
// each of them (milliseconds since 1970). Those that are stalled subscribe and never read.
const [graphUrl = "", key = "", count = "0", stalled = "0"] = process.argv.slice(2);
const AT_ONCE = 100;
const SUBSCRIBE = JSON.stringify({
  id: "1",
  type: "subscribe",
  payload: { query: "subscription { events { id type occurredAt contact { firstName } } }" },
});
let arrivals: number[] = [];

function arrived(): void {
  arrivals.push(Date.now());
  if (arrivals.length < Number(count)) return;
  process.send!({ arrivals });
  arrivals = [];
}

/** Resolves with the stream's checkpoint. */
function subscribe(take: () => void): Promise<WebSocket> {
  const socket = new WebSocket(graphUrl.replace(/^http/, "ws"), "graphql-transport-ws", { perMessageDeflate: false });
  return new Promise((resolve, reject) => {
    socket.on("open", () =>
      socket.send(JSON.stringify({ type: "connection_init", payload: { authorization: `Bearer ${key}` } })),
    );
    socket.on("error", reject);
    socket.on("close", (code, reason) => reject(new Error(`closed: ${code} ${reason.toString()}`)));
    socket.on("message", (data) => {
      const text = (data as Buffer).toString();
      if (text.includes('"type":"connection_ack"')) socket.send(SUBSCRIBE);
      else if (text.includes('"events":null')) resolve(socket);
      else if (text.includes('"type":"next"')) take();
    });
  });
}

for (let open = 0; open < Number(count); open += AT_ONCE) {
  const batch = Math.min(AT_ONCE, Number(count) - open);
  await Promise.all(Array.from({ length: batch }, () => subscribe(arrived)));
}
for (let index = 0; index < Number(stalled); index++) (await subscribe(() => {})).pause();
process.send!({ begun: true });
