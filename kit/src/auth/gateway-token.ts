import { SignJWT, errors, jwtVerify, type CryptoKey } from "jose";
import type { StatedPurpose } from "./purpose.js";
import type { Viewer } from "./viewer.js";

const ISSUER = "studio-gateway";
const LIFETIME_SECONDS = 60;

/** What the gateway tells a subgraph about a request. */
export interface GatewayClaims {
  viewer: Viewer;
  requestId: string;
  /** Why the caller looks, where they said so. */
  purpose?: StatedPurpose | undefined;
}

/** Thrown when a call to a subgraph does not carry a token that the gateway signed for it. */
export class GatewayTokenRefused extends Error {
  override name = "GatewayTokenRefused";
}

/** Signs a viewer for one subgraph: EdDSA, one audience, 60 seconds. */
export async function signGatewayToken(claims: GatewayClaims, subgraph: string, key: CryptoKey): Promise<string> {
  const { viewer, requestId: rid, purpose } = claims;
  return new SignJWT({ viewer, rid, ...(purpose && { purpose }) })
    .setProtectedHeader({ alg: "EdDSA" })
    .setIssuer(ISSUER)
    .setAudience(subgraph)
    .setIssuedAt()
    .setExpirationTime(`${LIFETIME_SECONDS}s`)
    .sign(key);
}

/**
 * Reads a viewer from an `Authorization: Bearer …` header.
 * @throws GatewayTokenRefused unless the gateway signed it, for this subgraph, within its minute
 */
export async function verifyGatewayToken(
  authorization: string | undefined,
  subgraph: string,
  key: CryptoKey,
): Promise<GatewayClaims> {
  const token = /^Bearer (\S+)$/.exec(authorization ?? "")?.[1];
  if (!token) throw new GatewayTokenRefused("This service answers the gateway only.");
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: ["EdDSA"],
      issuer: ISSUER,
      audience: subgraph,
      requiredClaims: ["exp", "viewer", "rid"],
    });
    const purpose = payload["purpose"] as StatedPurpose | undefined;
    return { viewer: payload["viewer"] as Viewer, requestId: String(payload["rid"]), ...(purpose && { purpose }) };
  } catch (error) {
    if (error instanceof errors.JOSEError) throw new GatewayTokenRefused("The gateway token is not valid here.");
    throw error;
  }
}
