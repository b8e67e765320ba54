import { VIEWER_PATH, type Credential, type Identified, type ViewerAnswer } from "@studio/kit/auth/credential.js";
import type { StatedPurpose } from "@studio/kit/auth/purpose.js";
import { anonymous, type Viewer } from "@studio/kit/auth/viewer.js";
import { badInput, forbidden, unauthenticated, unavailable } from "@studio/kit/error/codes.js";
import { isId } from "@studio/kit/id.js";
import { parseGlobalId } from "@studio/kit/paging/global-id.js";
import type { SubgraphLink } from "../links/subgraph-link.js";
import { REQUEST_ID_HEADER } from "../request-id.js";
import { readAuthorization } from "./authorization.js";
import type { VerifiedHubToken } from "./hub-verifier.js";
import { readPurpose } from "./stated-purpose.js";

/** The header in which an owner shows the token of a preview. */
export const PREVIEW_HEADER = "studio-preview";

/** What a client showed: headers, or their like in `connection_init`. */
export interface ShownCredential {
  authorization: string | undefined;
  /** `Studio-Account`: which of several accounts is meant, as a global id or uuid. */
  account: string | undefined;
  /** `Studio-Purpose`: why it looks at what stays closed without a reason. */
  purpose: string | undefined;
  /** `Studio-Preview`: the token of a preview, as `previewAs` gave it. */
  preview: string | undefined;
}

/** Who the client is, and when what lets it in runs out by the clock (null if it does not). */
export interface ResolvedViewer {
  viewer: Viewer;
  /** Why they look, as they stated it. */
  purpose: StatedPurpose | undefined;
  expiresAt: Date | null;
}

/**
 * Turns what a client shows into a viewer, asking identity each time: a role revoked now ends with this request.
 * @throws UNAUTHENTICATED for a bad credential, BAD_USER_INPUT for a header that says nothing, UNAVAILABLE while the Hub or identity cannot answer
 */
export type ViewerResolver = (shown: ShownCredential, requestId: string) => Promise<ResolvedViewer>;

/** A resolver over the Hub's verifier and the link to identity. */
export function viewerResolver(
  verifyHub: (jwt: string) => Promise<VerifiedHubToken>,
  identity: SubgraphLink,
): ViewerResolver {
  return async (shown, requestId) => {
    const authorization = readAuthorization(shown.authorization);
    const purpose = readPurpose(shown.purpose) ?? undefined;
    const { preview } = shown;
    if (authorization.kind === "none" && preview !== undefined) throw noPreview("sign in as an owner first");
    if (authorization.kind === "none") return { viewer: anonymous, purpose, expiresAt: null };
    if (authorization.kind !== "hub") {
      const { viewer, expiresAt } = await askIdentity(identity, { ...authorization, preview }, requestId);
      return { viewer, purpose, expiresAt: earliest(expiresAt) };
    }
    const accountId = accountIdOf(shown.account);
    const { person, expiresAt: tokenExpiresAt } = await verifyHub(authorization.jwt);
    const { viewer, expiresAt } = await askIdentity(identity, { ...person, accountId, preview }, requestId);
    return { viewer, purpose, expiresAt: earliest(expiresAt, tokenExpiresAt) };
  };
}

/** The first of two instants; null if there is none. */
function earliest(stated: string | null, other: Date | null = null): Date | null {
  if (stated === null) return other;
  const date = new Date(stated);
  return other !== null && other < date ? other : date;
}

async function askIdentity(identity: SubgraphLink, credential: Credential, requestId: string): Promise<Identified> {
  const answer = await identity.fetch(
    new Request(`http://identity.internal${VIEWER_PATH}`, {
      method: "POST",
      headers: { "content-type": "application/json", [REQUEST_ID_HEADER]: requestId },
      body: JSON.stringify(credential),
    }),
  );
  if (!answer.ok) throw unavailable("Sign-in is briefly unavailable. Try again in a moment.");
  const found = (await answer.json()) as ViewerAnswer;
  if ("refused" in found) throw unauthenticated(found.refused);
  if ("forbidden" in found) throw noPreview(found.forbidden);
  return found;
}

const noPreview = (reason: string) => forbidden("Studio-Preview", reason);

function accountIdOf(header: string | undefined): string | null {
  if (header === undefined) return null;
  const parsed = parseGlobalId(header);
  if (parsed?.type === "Account") return parsed.id;
  if (isId(header)) return header;
  throw badInput("Studio-Account must hold the id of an account.", "Studio-Account");
}
