import { randomInt } from "node:crypto";
import { createServer, type Server } from "node:net";

/** The only address the stand-ins listen on: nothing here is meant for another machine. */
export const LOOPBACK = "127.0.0.1";

/** Below the range from which systems pick ports for connections, so that none is lost between choice and use. */
const [FIRST, LAST] = [20_000, 32_000];
const ATTEMPTS = 20;

/** A port that was asked for by number is held by another program. */
export class PortTaken extends Error {
  readonly code = "PORT_TAKEN";

  constructor(
    readonly port: number,
    readonly service: string,
  ) {
    super(
      `Port ${port}, asked for by ${service}, is taken. ` +
        `Stop the program that holds it, or configure another port (0 picks a free one).`,
    );
    this.name = "PortTaken";
  }
}

/**
 * Listens on loopback; port 0 takes a free one.
 * @returns the port the server really has.
 * @throws {PortTaken} when another program holds the port.
 */
export async function listenOnLoopback(server: Server, port: number, service: string): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once("error", reject);
  server.listen(port, LOOPBACK, resolve);
  try {
    await promise;
  } catch (error) {
    throw isAddressInUse(error) ? new PortTaken(port, service) : error;
  } finally {
    server.off("error", reject);
  }
  return portOf(server);
}

/** A port nobody holds, for a program that must be told its port beforehand. */
export async function findFreePort(): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await holdBriefly(randomInt(FIRST, LAST), "a free port");
    } catch (error) {
      if (!(error instanceof PortTaken) || attempt === ATTEMPTS) throw error;
    }
  }
}

/** @throws {PortTaken} when another program holds the port. */
export async function assertPortFree(port: number, service: string): Promise<void> {
  await holdBriefly(port, service);
}

async function holdBriefly(port: number, service: string): Promise<number> {
  const server = createServer();
  const held = await listenOnLoopback(server, port, service);
  await new Promise((resolve) => server.close(resolve));
  return held;
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no TCP address.");
  return address.port;
}

function isAddressInUse(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EADDRINUSE";
}
