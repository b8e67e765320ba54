import { exportPKCS8, exportSPKI, generateKeyPair, importPKCS8, importSPKI, type CryptoKey } from "jose";

/** A new Ed25519 pair as PEM text: the gateway keeps the private half, subgraphs get the public one. */
export async function newGatewayKeys(): Promise<{ signingKey: string; verifyKey: string }> {
  const pair = await generateKeyPair("EdDSA", { extractable: true });
  return { signingKey: await exportPKCS8(pair.privateKey), verifyKey: await exportSPKI(pair.publicKey) };
}

/** The gateway's private key from PEM (PKCS #8). */
export function readSigningKey(pem: string): Promise<CryptoKey> {
  return importPKCS8(pem, "EdDSA");
}

/** The gateway's public key from PEM (SPKI). */
export function readVerifyKey(pem: string): Promise<CryptoKey> {
  return importSPKI(pem, "EdDSA");
}
