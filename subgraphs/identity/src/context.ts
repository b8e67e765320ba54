import type { Viewer } from "@studio/kit/auth/viewer.js";
import type { ChangeScope } from "@studio/kit/db/change.js";
import { unauthenticated } from "@studio/kit/error/codes.js";
import type { RequestContext } from "@studio/kit/server/request-context.js";
import { createLoaders, type Loaders } from "./loaders.js";
import type { IdentityServices } from "./services.js";

/** What every resolver of this subgraph knows of its request. */
export interface IdentityContext extends RequestContext {
  services: IdentityServices;
  loaders: Loaders;
}

/** Makes contexts for a running subgraph. */
export function contextMaker(services: IdentityServices): (request: RequestContext) => IdentityContext {
  return (request) => ({ ...request, services, loaders: createLoaders(services, request.viewer.accountId) });
}

/** Lets the rest of the request be answered as for `viewer`: a mutation that signs a contact in returns what they may see. */
export function actAs(context: IdentityContext, viewer: Viewer): void {
  context.viewer = viewer;
  context.loaders = createLoaders(context.services, viewer.accountId);
}

/** Makes the rest of the request see what a change has written, although it read before. */
export function readAnew(context: IdentityContext): void {
  context.loaders = createLoaders(context.services, context.viewer.accountId);
}

/** @throws UNAUTHENTICATED if the viewer belongs to no account */
export function accountOf(context: RequestContext): string {
  if (context.viewer.accountId === null) throw unauthenticated();
  return context.viewer.accountId;
}

/** The scope of a state change in an account, made by the request's viewer. */
export function changeScope(context: IdentityContext, accountId: string): ChangeScope {
  const { db, clock, wake } = context.services;
  return { db, clock, wake, accountId, viewer: context.viewer, requestId: context.requestId };
}
