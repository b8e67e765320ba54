import { z } from "zod";
import type { MemberViewer } from "@studio/kit/auth/viewer.js";
import { SealBroken, open, seal } from "@studio/kit/crypto/seal.js";

const previewed = z.object({
  role: z.enum(["admin", "coordinator", "privacy_officer", "integration", "hr_sync"]),
  groupIds: z.array(z.uuid()),
  scopes: z.array(z.string()),
  fieldIds: z.array(z.uuid()),
  until: z.iso.datetime(),
});

/** As whom somebody looks, and until when. Ids are bare uuids. */
export type Previewed = z.infer<typeof previewed>;

/** A preview as a text that only the platform can make or read, and that opens for one member only. */
export function sealPreview(key: Uint8Array, member: MemberViewer, what: Previewed): string {
  return seal(key, JSON.stringify(what), contextOf(member)).toString("base64url");
}

/** What `sealPreview` sealed for this member; null for anything else. */
export function openPreview(key: Uint8Array, member: MemberViewer, token: string): Previewed | null {
  try {
    const text = open(key, Buffer.from(token, "base64url"), contextOf(member)).toString("utf8");
    return previewed.parse(JSON.parse(text));
  } catch (error) {
    if (error instanceof SealBroken) return null;
    throw error;
  }
}

function contextOf({ accountId, memberId }: MemberViewer): string {
  return `preview:${accountId}:${memberId}`;
}
