import { createRemoteJWKSet, jwtVerify, type JWTVerifyResult } from "jose";
import type { RunningHub } from "./start-hub.js";

/** Checks an access token as a service does. */
export function verifyAccessToken(token: string, { issuer, jwksUri }: RunningHub): Promise<JWTVerifyResult> {
  const options = { issuer, audience: "studio-platform", algorithms: ["EdDSA"], typ: "at+jwt" };
  return jwtVerify(token, createRemoteJWKSet(new URL(jwksUri)), options);
}
