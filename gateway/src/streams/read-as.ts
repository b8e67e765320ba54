import { randomUUID } from "node:crypto";
import type { ShownCredential } from "../viewer/viewer-resolver.js";
import { awaitPage, type DatedPage, type EventLog } from "./event-stream.js";
import type { PageResult } from "./page-result.js";
import { runOperation, type Operation } from "./run-operation.js";
import type { Joined } from "./shared-waits.js";
import type { StreamServices } from "./stream-connection.js";

/** One who reads a log: by what they showed, under the name that they gave their operation. */
export interface LogReader {
  shown: ShownCredential;
  operationName: string | undefined;
}

/**
 * Reads a page as one reader, who they are decided anew; equal reads at one time are one. Read anew after each wake-up:
 * what was read before it may have missed what it tells of.
 */
export function readAs(
  { reads, wakeups, resolveViewer, server }: StreamServices,
  { shown, operationName }: LogReader,
  account: string,
  asked: Pick<Operation, "query" | "variables">,
): Promise<PageResult> {
  const request: Operation = { ...asked, operationName };
  return reads.join(keyOf(shown, wakeups.version(account), request), async () => {
    const requestId = randomUUID();
    const { viewer, purpose } = await resolveViewer(shown, requestId);
    return runOperation(server, request, { viewer, purpose, requestId });
  });
}

/** Waits as one reader for what comes behind a cursor; equal waits are one, until the gateway stops. */
export function joinWait(
  services: StreamServices,
  reader: LogReader,
  log: EventLog,
  { cursor, seen }: { cursor: string | null; seen: number },
): Joined<DatedPage> {
  const { page, account } = log;
  const key = keyOf(reader.shown, cursor, [page.query, page.variables, reader.operationName]);
  return services.waits.join(key, (abandoned) => {
    const own: EventLog = {
      ...log,
      read: (query, variables) => readAs(services, reader, account, { query, variables }),
    };
    return awaitPage(own, cursor, seen, AbortSignal.any([abandoned, services.draining]));
  });
}

function keyOf({ authorization, account, purpose, preview }: ShownCredential, ...asked: unknown[]): string {
  return JSON.stringify([authorization, account, purpose, preview, ...asked]);
}
