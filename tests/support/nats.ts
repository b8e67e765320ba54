import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { poll } from "@studio/dev/poll.js";
import { findFreePort } from "@studio/dev/port.js";

/** A real nats-server (Debian's package) on loopback, which can go away and come back at the same address. */
export interface TestNats {
  url: string;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a server on a port of its own. @param login who may connect; anybody if left out. @throws if the package is not installed */
export async function startNats(login?: { user: string; password: string }): Promise<TestNats> {
  const port = await findFreePort();
  let server: ChildProcess | null = null;
  const nats: TestNats = {
    url: `nats://${login ? `${login.user}:${encodeURIComponent(login.password)}@` : ""}127.0.0.1:${port}`,
    async start() {
      const only = login ? ["--user", login.user, "--pass", login.password] : [];
      server = spawn("nats-server", ["--addr", "127.0.0.1", "--port", String(port), ...only], { stdio: "ignore" });
      const failed = once(server, "error").then(([error]) => Promise.reject(error as Error));
      await Promise.race([failed, untilItListens(port)]);
    },
    async stop() {
      if (!server || server.exitCode !== null) return;
      const exited = once(server, "exit");
      server.kill("SIGTERM");
      await exited;
    },
  };
  await nats.start();
  return nats;
}

async function untilItListens(port: number): Promise<void> {
  const listens = () =>
    new Promise<true | undefined>((resolve) => {
      const socket = connect(port, "127.0.0.1", () => resolve(true)).on("error", () => resolve(undefined));
      socket.unref().on("connect", () => socket.destroy());
    });
  if (!(await poll(listens, { timeoutMs: 10_000, everyMs: 50 }))) throw new Error("nats-server does not listen.");
}
