import { createServer, type RequestListener } from "node:http";
import { listenOnLoopback } from "./port.js";

const LOOPBACK_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

export interface LoopbackServer {
  readonly port: number;
  /** Closes the server and every connection; does not wait for slow clients. */
  stop(): Promise<void>;
}

/**
 * Serves HTTP on loopback, to requests that name a loopback host: a page elsewhere whose name was made to
 * point here (DNS rebinding) gets 421.
 * @param makeListener is given the real port, for addresses that contain it.
 * @throws {PortTaken} when the port asked for is held.
 */
export async function serveLoopback(
  { port, service }: { port: number; service: string },
  makeListener: (port: number) => RequestListener | Promise<RequestListener>,
): Promise<LoopbackServer> {
  const server = createServer();
  const realPort = await listenOnLoopback(server, port, service);
  const stop = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  };
  try {
    const listener = await makeListener(realPort);
    server.on("request", (request, response) => {
      if (LOOPBACK_HOST.test(request.headers.host ?? "")) listener(request, response);
      else response.writeHead(421).end();
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return { port: realPort, stop };
}
