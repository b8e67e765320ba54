import { bulkhead, BulkheadRejectedError } from "cockatiel";
import { HttpRefusal } from "../http-refusal.js";

/** How many uploads one process takes at once. A body on its way to the store holds a piece of itself at most. */
export const MAX_UNDER_WAY = 200;

/** How many of them are read back whole at once, to be inspected: 25 MB each, and what decoding takes. */
const MAX_INSPECTED = 4;

/** What the uploads of one process may take of its memory, however many clients there are and however slow. */
export class UploadLoad {
  private readonly seats = bulkhead(MAX_UNDER_WAY);
  private readonly inspections = bulkhead(MAX_INSPECTED, MAX_UNDER_WAY);

  /** Answers an upload. @throws HttpRefusal 503, before a byte is read, while there are too many */
  async admit(upload: () => Promise<Response>): Promise<Response> {
    try {
      return await this.seats.execute(upload);
    } catch (error) {
      if (!(error instanceof BulkheadRejectedError)) throw error;
      throw new HttpRefusal(503, "BUSY", "Many photos are coming in just now. Try again in a moment.");
    }
  }

  /** Works on a whole file once its turn has come. */
  inspect<T>(work: () => Promise<T>): Promise<T> {
    return this.inspections.execute(work);
  }
}
