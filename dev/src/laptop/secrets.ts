import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { newGatewayKeys } from "@studio/kit/auth/gateway-keys.js";
import { newKey } from "@studio/kit/crypto/seal.js";

/** The keys of one laptop. They outlive restarts: without the master key nothing sealed can be opened. */
export interface Secrets {
  /** 32 bytes in base64. */
  masterKey: string;
  signingKey: string;
  verifyKey: string;
}

/** The keys kept in a directory, made the first time (file mode 0600). */
export async function loadSecrets(directory: string): Promise<Secrets> {
  const path = join(directory, "secrets.json");
  const kept = await readFile(path, "utf8").catch(() => null);
  if (kept !== null) return JSON.parse(kept) as Secrets;
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const secrets = { masterKey: newKey().toString("base64"), ...(await newGatewayKeys()) };
  const draft = `${path}.new`;
  await writeFile(draft, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  await rename(draft, path);
  return secrets;
}
