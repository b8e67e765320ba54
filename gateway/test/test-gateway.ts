import { newGatewayKeys, readSigningKey, readVerifyKey } from "@studio/kit/auth/gateway-keys.js";
import type { Credential, ViewerAnswer } from "@studio/kit/auth/credential.js";
import type { MemberViewer } from "@studio/kit/auth/viewer.js";
import { newAccountToken } from "@studio/kit/auth/account-token.js";
import { readConfig } from "@studio/kit/config/read-config.js";
import { MovableClock } from "@studio/kit/clock.js";
import { Wakeups } from "@studio/kit/events/wakeups.js";
import { createLogger } from "@studio/kit/logger.js";
import { createExecutor } from "@studio/kit/server/executor.js";
import { serveSubgraph } from "@studio/kit/server/serve-subgraph.js";
import type { RunningSubgraph } from "@studio/kit/server/subgraph.js";
import { composeGraph } from "@studio/schema/compose";
import { onTestFinished } from "vitest";
import { platformSettings } from "../src/config.js";
import { HttpLink } from "../src/links/http-link.js";
import { inProcessLink } from "../src/links/in-process-link.js";
import type { SubgraphLink } from "../src/links/subgraph-link.js";
import { startGateway } from "../src/start-gateway.js";
import { EventLog } from "./event-log.js";
import { FIXTURE_SDL, fixtureSchema, uuid, type Calls, type FixtureName } from "./fixture-schema.js";
import { startTestHub } from "./test-hub.js";

export const ACCOUNT_ID = uuid(900);
export const API_KEY = newAccountToken("sk", ACCOUNT_ID);

const SUPERGRAPH = composeGraph(FIXTURE_SDL).supergraph;
const logger = createLogger("test", "silent");

export interface TestGatewayOptions {
  /** Whether the subgraphs are reached over HTTP. */
  distributed?: boolean;
  env?: Record<string, string>;
  /** Answers what media's `fetch` is asked. */
  bytes?: (request: Request) => Promise<Response>;
}

/** A gateway over the fixture's four subgraphs, stopped when the test ends. */
export async function startTestGateway(options: TestGatewayOptions = {}) {
  const hub = await startTestHub();
  const log = new EventLog();
  const calls: Calls = { resolvers: 0 };
  /** What identity was asked, and whom it no longer knows. */
  const identity: FixtureState["identity"] = {
    asked: [],
    revoked: false,
    away: false,
    answers: Promise.resolve(),
    expiresAt: null,
  };
  const subgraphs = FIXTURE_SDL.map(({ name }) =>
    fixtureSubgraph(name as FixtureName, { log, calls, identity, bytes: options.bytes }),
  );
  const clock = new MovableClock();
  const wakeups = new Wakeups();
  const { links, stops } = options.distributed ? await overHttp(subgraphs) : inProcess(subgraphs);
  const settings = readConfig(platformSettings, {
    PORT: "0",
    PUBLIC_URL: "http://127.0.0.1",
    DATABASE_URL: "postgres://nobody@127.0.0.1:1/none",
    MASTER_KEY: Buffer.alloc(32).toString("base64"),
    HUB_ISSUER: hub.issuer,
    SMTP_URL: "smtp://127.0.0.1:1",
    STORAGE_URL: "file:///nonexistent",
    STREAM_POLL_MS: "50",
    ...options.env,
  });
  const gateway = await startGateway({ settings, supergraphSdl: SUPERGRAPH, links, wakeups, clock, logger });
  onTestFinished(async () => {
    await gateway.stop();
    for (const stop of stops.values()) await stop();
    for (const link of links.values()) await link.close();
    await hub.close();
  });
  const graphql = async (query: string, { variables, token = API_KEY, headers = {} }: GraphqlCall = {}) => {
    const authorization: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
    const response = await fetch(`${gateway.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...authorization, ...headers },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, headers: response.headers, ...((await response.json()) as GraphqlAnswer) };
  };
  return {
    ...gateway,
    hub,
    log,
    calls,
    identity,
    clock,
    wakeups,
    graphql,
    stopSubgraph: (name: FixtureName) => stops.get(name)!(),
  };
}

export type TestGateway = Awaited<ReturnType<typeof startTestGateway>>;

interface GraphqlCall {
  variables?: Record<string, unknown>;
  token?: string | null;
  headers?: Record<string, string>;
}

interface GraphqlAnswer {
  data?: Record<string, any> | null;
  errors?: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[];
  extensions?: Record<string, unknown>;
}

interface FixtureState {
  log: EventLog;
  calls: Calls;
  /** It is asked, and answers when `answers` says so. */
  identity: {
    asked: Credential[];
    revoked: boolean;
    away: boolean;
    answers: Promise<void>;
    expiresAt: Date | null;
  };
  bytes: TestGatewayOptions["bytes"];
}

function fixtureSubgraph(name: FixtureName, state: FixtureState): RunningSubgraph {
  const schema = fixtureSchema(name, state.log, state.calls);
  return {
    name,
    execute: createExecutor(schema, (request) => request, logger),
    fetch: async (request) => {
      if (name === "media" && state.bytes) return state.bytes(request);
      if (name !== "identity") return new Response(null, { status: 404 });
      if (state.identity.away) return new Response(null, { status: 503 });
      const answer = answerViewer((await request.json()) as Credential, state.identity);
      await state.identity.answers;
      return Response.json(answer);
    },
    ready: async () => {},
    stop: async () => {},
  };
}

function answerViewer(credential: Credential, identity: FixtureState["identity"]): ViewerAnswer {
  identity.asked.push(credential);
  const unknown = credential.kind === "api_key" && credential.key !== API_KEY;
  if (identity.revoked || unknown) return { refused: "This credential is not valid any more." };
  const viewer: MemberViewer = {
    kind: "member",
    accountId: ACCOUNT_ID,
    memberId: uuid(1),
    role: "owner",
    groupIds: [],
  };
  return { viewer, expiresAt: identity.expiresAt?.toISOString() ?? null };
}

type Wiring = { links: Map<string, SubgraphLink>; stops: Map<string, () => Promise<void>> };

function inProcess(subgraphs: RunningSubgraph[]): Wiring {
  return { links: new Map(subgraphs.map((subgraph) => [subgraph.name, inProcessLink(subgraph)])), stops: new Map() };
}

async function overHttp(subgraphs: RunningSubgraph[]): Promise<Wiring> {
  const keys = await newGatewayKeys();
  const signingKey = await readSigningKey(keys.signingKey);
  const verifyKey = await readVerifyKey(keys.verifyKey);
  const links = new Map<string, SubgraphLink>();
  const stops = new Map<string, () => Promise<void>>();
  for (const subgraph of subgraphs) {
    const served = await serveSubgraph(subgraph, { port: 0, verifyKey, logger });
    const limits = { timeoutMs: 2_000, maxResponseBytes: 1_000_000, connections: 4 };
    links.set(subgraph.name, new HttpLink({ name: subgraph.name, url: served.url, signingKey, logger, ...limits }));
    stops.set(subgraph.name, () => served.close());
  }
  return { links, stops };
}
