import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { exportJWK, generateKeyPair, type JWK } from "jose";

/** The stand-in's secrets. Kept, so that tokens outlive a restart. */
export interface HubKeys {
  /** Private Ed25519 key (RFC 8037), `alg` EdDSA. */
  readonly signing: JWK;
  readonly cookie: string;
}

/** Reads the keys of a directory, or makes them (0600). */
export async function loadHubKeys(directory: string): Promise<HubKeys> {
  const file = join(directory, "hub-keys.json");
  const kept = await readFile(file, "utf8").catch(() => undefined);
  if (kept !== undefined) return JSON.parse(kept) as HubKeys;
  const keys = await makeKeys();
  await mkdir(directory, { recursive: true, mode: 0o700 });
  await writeFile(file, JSON.stringify(keys), { mode: 0o600 });
  return keys;
}

async function makeKeys(): Promise<HubKeys> {
  const { privateKey } = await generateKeyPair("EdDSA", { extractable: true });
  const kid = randomBytes(8).toString("hex");
  const signing = { ...(await exportJWK(privateKey)), kid, alg: "EdDSA", use: "sig" };
  return { signing, cookie: randomBytes(32).toString("base64url") };
}
