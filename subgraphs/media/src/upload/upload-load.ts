import { bulkhead, BulkheadRejectedError } from "cockatiel";
import { HttpRefusal } from "../http-refusal.js";
import type { UploadGrant } from "./upload-links.js";

/** How many uploads one process takes at once. A body on its way to the store holds a piece of itself at most. */
export const MAX_UNDER_WAY = 200;

/** How many of them may be one contact's: whoever sends slowly keeps their seats, and nobody else's. */
export const MAX_OF_CONTACT = 8;

/** How many of them are read back whole at once, to be inspected: 25 MB each, and what decoding takes. */
const MAX_INSPECTED = 4;

/** What the uploads of one process may take of its memory, however many clients there are and however slow. */
export class UploadLoad {
  private readonly seats = bulkhead(MAX_UNDER_WAY);
  private readonly inspections = bulkhead(MAX_INSPECTED, MAX_UNDER_WAY);
  /** How many seats each contact holds; who holds none is not in it. */
  private readonly held = new Map<string, number>();

  /** Answers a contact's upload. @throws HttpRefusal 429, 503, before a byte is read, while there are too many */
  async admit({ contactId }: UploadGrant, upload: () => Promise<Response>): Promise<Response> {
    const held = this.held.get(contactId) ?? 0;
    if (held >= MAX_OF_CONTACT) throw tooManyAtOnce();
    this.held.set(contactId, held + 1);
    try {
      return await this.seats.execute(upload);
    } catch (error) {
      if (!(error instanceof BulkheadRejectedError)) throw error;
      throw new HttpRefusal(503, "BUSY", "Many photos are coming in just now. Try again in a moment.");
    } finally {
      this.release(contactId);
    }
  }

  /** Works on a whole file once its turn has come. */
  inspect<T>(work: () => Promise<T>): Promise<T> {
    return this.inspections.execute(work);
  }

  private release(contactId: string): void {
    const left = this.held.get(contactId)! - 1;
    if (left > 0) this.held.set(contactId, left);
    else this.held.delete(contactId);
  }
}

function tooManyAtOnce(): HttpRefusal {
  const message = `You are sending ${MAX_OF_CONTACT} photos already. Send this one once one of them is in.`;
  return new HttpRefusal(429, "TOO_MANY_UPLOADS_AT_ONCE", message, { headers: { "retry-after": "5" } });
}
