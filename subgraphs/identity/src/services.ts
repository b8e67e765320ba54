import type { Clock } from "@studio/kit/clock.js";
import { localKeyService, type KeyService } from "@studio/kit/crypto/key-service.js";
import { deriveKey } from "@studio/kit/crypto/seal.js";
import type { Database } from "@studio/kit/db/database.js";
import type { Jobs } from "@studio/kit/jobs/jobs.js";
import type { OutboundClient } from "@studio/kit/outbound/outbound-client.js";
import { CursorCodec } from "@studio/kit/paging/cursor.js";
import type { PayloadReader } from "./webhook-delivery/read-payload.js";

/** Keys for one purpose each, all derived from the master key. */
export interface IdentityKeys {
  /** Wraps contacts' data keys. */
  dataKeys: KeyService;
  /** Digests verification codes. */
  codeDigest: Buffer;
  /** Seals a verification code until its mail is sent. */
  codeSeal: Buffer;
  /** Seals the link of a member's invitation until its mail is sent. */
  invitationSeal: Buffer;
  /** Seals what an owner looks as. */
  preview: Buffer;
  /** Digests members' emails in the directory. */
  memberEmail: Buffer;
  /** Seals the secrets of webhook endpoints. */
  webhookSeal: Buffer;
  /** Proves that the platform itself reads for a webhook endpoint. */
  webhookToken: Buffer;
}

export function deriveIdentityKeys(masterKey: Uint8Array): IdentityKeys {
  return {
    dataKeys: localKeyService(deriveKey(masterKey, "data-keys")),
    codeDigest: deriveKey(masterKey, "identity:verification-digest"),
    codeSeal: deriveKey(masterKey, "identity:verification-seal"),
    invitationSeal: deriveKey(masterKey, "identity:invitation-seal"),
    preview: deriveKey(masterKey, "identity:preview"),
    memberEmail: deriveKey(masterKey, "identity:member-email"),
    webhookSeal: deriveKey(masterKey, "identity:webhook-seal"),
    webhookToken: deriveKey(masterKey, "identity:webhook-token"),
  };
}

export function openCursors(masterKey: Uint8Array): CursorCodec {
  return new CursorCodec(deriveKey(masterKey, "cursors"));
}

/** What the subgraph's work stands on, for as long as it runs. */
export interface IdentityServices {
  db: Database;
  clock: Clock;
  keys: IdentityKeys;
  cursors: CursorCodec;
  jobs: Jobs;
  /** How webhook endpoints are reached, and what their payload queries are read by. */
  webhooks: { outbound: OutboundClient; payloads: PayloadReader };
  /** Tells readers that an account has new events. */
  wake: (accountId: string) => void;
}
