import type { HubCredential } from "@studio/kit/auth/credential.js";
import type { Clock } from "@studio/kit/clock.js";
import { unauthenticated, unavailable } from "@studio/kit/error/codes.js";
import { describeError, type Logger } from "@studio/kit/logger.js";
import { errors, jwtVerify, type JWTPayload } from "jose";
import { hubKeys } from "./hub-keys.js";

/** A Hub token that stood: the person it names, and until when. */
export interface VerifiedHubToken {
  person: Omit<HubCredential, "accountId">;
  expiresAt: Date;
}

export interface HubVerifierOptions {
  issuer: string;
  audience: string;
  clock: Clock;
  logger: Logger;
}

const ALGORITHMS = ["EdDSA", "ES256", "RS256"];

/**
 * Verifies the Hub's access tokens (OpenID Connect, RFC 7519, RFC 8725): a key of the Hub, a named algorithm,
 * its issuer, our audience, not expired.
 */
export function hubVerifier({
  issuer,
  audience,
  clock,
  logger,
}: HubVerifierOptions): (jwt: string) => Promise<VerifiedHubToken> {
  const keys = hubKeys(issuer);
  return async (jwt) => {
    try {
      const { payload } = await jwtVerify(jwt, keys, {
        algorithms: ALGORITHMS,
        issuer,
        audience,
        requiredClaims: ["exp", "sub"],
        currentDate: clock.now(),
      });
      return { person: personOf(payload, issuer), expiresAt: new Date(payload.exp! * 1000) };
    } catch (error) {
      const reason = refusal(error);
      if (reason) throw unauthenticated(reason);
      logger.warn(describeError(error), "the Hub's keys cannot be read");
      throw unavailable("Sign-in is briefly unavailable. Try again in a moment.");
    }
  };
}

/** Why the token does not stand, or null if the fault is not the token's. */
function refusal(error: unknown): string | null {
  if (error instanceof errors.JWTExpired) return "This token has expired: sign in again.";
  if (error instanceof errors.JWTClaimValidationFailed)
    return `This token is not for this service: its \`${error.claim}\` is wrong.`;
  if (error instanceof errors.JOSEAlgNotAllowed)
    return `This token is not signed as it must be (${ALGORITHMS.join(", ")}).`;
  const ours = error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid;
  const malformed = error instanceof errors.JOSEError && error.code !== "ERR_JOSE_GENERIC" && !ours;
  return malformed ? "This token is not valid." : null;
}

function personOf(payload: JWTPayload, issuer: string): VerifiedHubToken["person"] {
  const { email, email_verified: emailVerified, staff, amr } = payload;
  return {
    kind: "hub",
    issuer,
    subject: payload.sub!,
    email: typeof email === "string" ? email : "",
    emailVerified: emailVerified === true,
    staff: staff === true,
    mfa: Array.isArray(amr) && amr.includes("mfa"),
  };
}
