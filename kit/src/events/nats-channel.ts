import { connect, type ConnectionOptions, type NatsConnection } from "@nats-io/transport-node";
import { describeError, type Logger } from "../logger.js";
import type { WakeupHearer, WakeupSender } from "./wakeup-sender.js";

const SUBJECT = "studio.events";

/** It never gives up, and waits no longer for a server that says nothing than for one that is away. */
const PATIENT: ConnectionOptions = {
  timeout: 2_000,
  maxReconnectAttempts: -1,
  reconnectTimeWait: 500,
  ignoreAuthErrorAbort: true,
  ignoreClusterUpdates: true,
};

/** What a NATS URL asks for. The client itself takes the address from it and nothing else. */
function optionsOf(url: string): ConnectionOptions {
  const { protocol, host, username, password } = new URL(url);
  const [user, pass] = [decodeURIComponent(username), decodeURIComponent(password)];
  const credentials = pass ? { user, pass } : user && { token: user };
  return { ...PATIENT, servers: host, ...credentials, ...(protocol === "tls:" && { tls: {} }) };
}

/** Sends hints through NATS: for more gateways than one PostgreSQL should notify. A hint sent while it is away is lost. */
export function openNatsSender(url: string, logger: Logger): WakeupSender {
  const stopping = new AbortController();
  let connection: NatsConnection | null = null;
  void (async () => {
    try {
      connection = await connect({ ...optionsOf(url), waitOnFirstConnect: true });
      if (stopping.signal.aborted) await connection.close();
    } catch (error) {
      logger.warn(describeError(error), "no wake-ups over NATS; readers will poll");
    }
  })();
  return {
    wake: (accountId) => connection?.publish(`${SUBJECT}.${accountId}`),
    close: async () => {
      stopping.abort();
      await connection?.drain();
    },
  };
}

/** Feeds hints from NATS into `wakeups`. Everybody is woken when the connection was lost and is there again. */
export async function listenToNats(url: string, wakeups: WakeupHearer): Promise<{ close(): Promise<void> }> {
  const connection = await connect(optionsOf(url));
  const subscription = connection.subscribe(`${SUBJECT}.*`);
  const listening = (async () => {
    for await (const { subject } of subscription) wakeups.notify(subject.slice(SUBJECT.length + 1));
  })();
  const watching = (async () => {
    for await (const { type } of connection.status()) if (type === "reconnect") wakeups.notifyAll();
  })();
  await connection.flush();
  wakeups.notifyAll();
  return {
    close: async () => {
      await connection.close();
      await Promise.all([listening, watching]);
    },
  };
}
