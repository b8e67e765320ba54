import WebSocket from "ws";

// Many subscribers in one process. It tells its parent when all have begun, and then, for each event, when it came to
// each of them (milliseconds since 1970). Those that are stalled subscribe behind a cursor and never read on.
const [graphUrl = "", key = "", count = "0", stalled = "0", after = ""] = process.argv.slice(2);
const AT_ONCE = 100;
const FIELDS = "id type occurredAt contact { firstName }";
/** Large messages, so that the sockets' buffers are soon full. */
const MANY_FIELDS = Array.from({ length: 28 }, (_, index) => `a${index}: id`).join(" ");
const subscription = (fields: string, after: string | null) =>
  JSON.stringify({
    id: "1",
    type: "subscribe",
    payload: { query: `subscription ($after: String) { events(after: $after) { ${fields} } }`, variables: { after } },
  });
let arrivals: number[] = [];

function arrived(): void {
  arrivals.push(Date.now());
  if (arrivals.length < Number(count)) return;
  process.send!({ arrivals });
  arrivals = [];
}

/** Resolves with the stream's first message, which at the head of the log is its checkpoint; `take` gets the others. */
function subscribe(subscribing: string, take: () => void): Promise<WebSocket> {
  const socket = new WebSocket(graphUrl.replace(/^http/, "ws"), "graphql-transport-ws", { perMessageDeflate: false });
  let hasBegun = false;
  return new Promise((resolve, reject) => {
    socket.on("open", () =>
      socket.send(JSON.stringify({ type: "connection_init", payload: { authorization: `Bearer ${key}` } })),
    );
    socket.on("error", reject);
    socket.on("close", (code, reason) => reject(new Error(`closed: ${code} ${reason.toString()}`)));
    socket.on("message", (data) => {
      const text = (data as Buffer).toString();
      if (text.includes('"type":"connection_ack"')) return socket.send(subscribing);
      if (!text.includes('"type":"next"')) return;
      if (hasBegun) return take();
      hasBegun = true;
      resolve(socket);
    });
  });
}

for (let open = 0; open < Number(count); open += AT_ONCE) {
  const batch = Math.min(AT_ONCE, Number(count) - open);
  await Promise.all(Array.from({ length: batch }, () => subscribe(subscription(FIELDS, null), arrived)));
}
for (let index = 0; index < Number(stalled); index++)
  (await subscribe(subscription(MANY_FIELDS, after), () => {})).pause();
process.send!({ begun: true });
