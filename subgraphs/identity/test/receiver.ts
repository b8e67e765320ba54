import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

/** One call that a receiver got. */
export interface Received {
  headers: IncomingHttpHeaders;
  body: string;
  type: string;
  /** `webhook-id`. */
  id: string;
}

/** How a receiver answers: a status, with headers if need be. */
export type Reply = { status: number; headers?: Record<string, string>; body?: string };

/** How a receiver answers what comes, at once or later; null is never answered. */
type Answering = (received: Received) => Reply | null | Promise<Reply>;

/** A customer's server on this machine. It notes what comes, and answers what it is told to. */
export async function openReceiver(reply: Answering = () => ({ status: 204 })) {
  const received: Received[] = [];
  const receiver = { received, reply, url: "", close: async () => {} };
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString("utf8")));
    request.on("end", async () => {
      const { headers } = request;
      const one = {
        headers,
        body,
        type: (JSON.parse(body) as { type: string }).type,
        id: String(headers["webhook-id"]),
      };
      received.push(one);
      const answer = await receiver.reply(one);
      if (answer) response.writeHead(answer.status, answer.headers).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  receiver.close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return receiver;
}

export type Receiver = Awaited<ReturnType<typeof openReceiver>>;
