import { createRemoteJWKSet, type JWTVerifyGetKey } from "jose";
import { z } from "zod";

const TIMEOUT_MS = 5_000;

const discovery = z.object({ issuer: z.string(), jwks_uri: z.url() });

/** The Hub's public keys, found through OpenID Connect Discovery 1.0 at first use and kept fresh from then on. */
export function hubKeys(issuer: string): JWTVerifyGetKey {
  let found: Promise<JWTVerifyGetKey> | null = null;
  const find = async () => {
    try {
      return await discover(issuer);
    } catch (error) {
      found = null;
      throw error;
    }
  };
  return async (header, token) => {
    found ??= find();
    const keys = await found;
    return keys(header, token);
  };
}

async function discover(issuer: string): Promise<JWTVerifyGetKey> {
  const url = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const answer = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: "error" });
  if (!answer.ok) throw new Error(`The Hub answered ${answer.status} to discovery.`);
  const found = discovery.parse(await answer.json());
  if (found.issuer !== issuer) throw new Error("The Hub names another issuer than the one configured.");
  return createRemoteJWKSet(new URL(found.jwks_uri), { timeoutDuration: TIMEOUT_MS });
}
