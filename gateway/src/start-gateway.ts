import "./telemetry-off.js";
import type { AddressInfo } from "node:net";
import type { Clock } from "@studio/kit/clock.js";
import type { ServiceName } from "@studio/kit/db/services.js";
import { Wakeups } from "@studio/kit/events/wakeups.js";
import type { Logger } from "@studio/kit/logger.js";
import { createApolloServer } from "./apollo-server.js";
import { addByteRoutes } from "./bytes/byte-routes.js";
import type { PlatformSettings } from "./config.js";
import { CostThrottle } from "./cost/cost-throttle.js";
import { allowOrigins } from "./cross-origin.js";
import { addExplorerRoutes } from "./explorer/explorer-routes.js";
import { addGraphqlRoute } from "./graphql-route.js";
import { addHealthRoutes } from "./health/health-routes.js";
import { createHttpServer } from "./http-server.js";
import type { OperationLimits } from "./limits/limit-rule.js";
import type { SubgraphLink } from "./links/subgraph-link.js";
import { addInvitationRoutes } from "./pages/invitation-routes.js";
import { studioGateway } from "./planning/studio-gateway.js";
import { OpenConnections } from "./streams/open-connections.js";
import { operationReader } from "./streams/read-subscription.js";
import { SharedReads } from "./streams/shared-reads.js";
import { SharedWaits } from "./streams/shared-waits.js";
import type { StreamServices } from "./streams/stream-connection.js";
import { serveWebSockets } from "./streams/websocket-server.js";
import { hubVerifier } from "./viewer/hub-verifier.js";
import { viewerResolver } from "./viewer/viewer-resolver.js";

export interface GatewayParts {
  settings: PlatformSettings;
  supergraphSdl: string;
  /** One link for each subgraph of the supergraph. */
  links: ReadonlyMap<string, SubgraphLink>;
  wakeups: Wakeups;
  clock: Clock;
  logger: Logger;
}

/** A gateway that answers. */
export interface RunningGateway {
  /** Where it listens, for this machine. */
  url: string;
  /** Streams send their last cursor and close; requests under way finish; then the server closes. */
  stop(): Promise<void>;
}

const DRAIN_MS = 2_000;
const MAX_PAGE_AGE_MS = 1_000;

/** Starts the public endpoint over links to the subgraphs. */
export async function startGateway(parts: GatewayParts): Promise<RunningGateway> {
  const { settings, links, logger } = parts;
  const open = new OpenConnections();
  const services = await openServices(parts, open);
  const app = createHttpServer({ bodyLimit: settings.LIMIT_BODY_BYTES, logger });
  await allowOrigins(app, settings.ALLOWED_ORIGINS);
  addGraphqlRoute(app, services, open);
  addByteRoutes(app, linkTo(links, "media"));
  addInvitationRoutes(app, linkTo(links, "identity"));
  addHealthRoutes(app, [...links.values()]);
  if (settings.EXPLORER) addExplorerRoutes(app, settings.EXPLORER_DEMO_ROLES ?? []);
  await app.ready();
  const sockets = serveWebSockets(app.server, services, open, {
    maxPayload: settings.LIMIT_BODY_BYTES,
    closeMs: DRAIN_MS,
  });
  await app.listen({ port: settings.PORT, host: settings.HOST });
  return {
    url: localUrl(app.server.address() as AddressInfo),
    stop: async () => {
      await open.drain(DRAIN_MS);
      await sockets.stop();
      await app.close();
      await services.server.stop();
    },
  };
}

/** What runs operations, whichever transport brings them. */
async function openServices(parts: GatewayParts, { draining }: OpenConnections): Promise<StreamServices> {
  const { settings, links, wakeups, logger, clock } = parts;
  const gateway = studioGateway(parts.supergraphSdl, links);
  const limits = operationLimits(settings);
  const { LIMIT_COST: maximum, LIMIT_COST_RESTORE: restoreRate, LIMIT_ANONYMOUS_COST: anonymousMaximum } = settings;
  const points = { maximum, restoreRate, anonymousMaximum };
  const throttle = new CostThrottle(points, clock);
  const server = createApolloServer(gateway, { limits, introspection: settings.INTROSPECTION, throttle, logger });
  await server.start();
  const verifyHub = hubVerifier({ issuer: settings.HUB_ISSUER, audience: settings.HUB_AUDIENCE, clock, logger });
  const resolveViewer = viewerResolver(verifyHub, linkTo(links, "identity"));
  const schema = gateway.schema();
  return {
    server,
    schema,
    readOperation: operationReader(schema, limits),
    resolveViewer,
    wakeups,
    reads: new SharedReads(MAX_PAGE_AGE_MS),
    waits: new SharedWaits(),
    settings: streamSettings(settings),
    draining,
    clock,
    logger,
  };
}

function operationLimits(settings: PlatformSettings): OperationLimits {
  return {
    depth: settings.LIMIT_DEPTH,
    aliases: settings.LIMIT_ALIASES,
    rootFields: settings.LIMIT_ROOT_FIELDS,
    tokens: settings.LIMIT_TOKENS,
  };
}

function streamSettings(settings: PlatformSettings): StreamServices["settings"] {
  return {
    pageSize: settings.STREAM_PAGE_SIZE,
    pollMs: settings.STREAM_POLL_MS,
    stallMs: settings.STREAM_STALL_MS,
    maxPageAgeMs: MAX_PAGE_AGE_MS,
    maxSubscriptions: settings.LIMIT_SUBSCRIPTIONS,
  };
}

function linkTo(links: ReadonlyMap<string, SubgraphLink>, name: ServiceName): SubgraphLink {
  const link = links.get(name);
  if (!link) throw new Error(`There is no link to ${name}.`);
  return link;
}

function localUrl({ address, port, family }: AddressInfo): string {
  const anywhere = address === "::" || address === "0.0.0.0";
  const host = anywhere ? "127.0.0.1" : family === "IPv6" ? `[${address}]` : address;
  return `http://${host}:${port}`;
}
