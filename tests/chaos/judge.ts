import type { Told } from "./told.js";

/** What came of one consumer. */
export interface Judgement {
  /** Events of the log that it never handled. */
  lost: number;
  /** Events that it handled again, each under the id that it had. */
  again: number;
  /** Whether what it handled for the first time was in the log's order, per submission. */
  isOrdered: boolean;
  /** Whether each id always stood for the same event. */
  isSame: boolean;
  /** Ids that the log does not hold. */
  invented: number;
}

/** Compares what a consumer handled, in the order in which it did, with the log's events that it should have got. */
export function judge(handled: readonly Told[], log: readonly Told[]): Judgement {
  const expected = new Map(log.map((event) => [event.id, event]));
  const first = new Map<string, Told>();
  const latest = new Map<string, string>();
  const judgement = { lost: 0, again: 0, isOrdered: true, isSame: true, invented: 0 };
  for (const event of handled) {
    const { id, submissionId, photoId } = event;
    const truth = expected.get(id);
    if (!truth) judgement.invented++;
    else if (truth.photoId !== photoId || truth.submissionId !== submissionId) judgement.isSame = false;
    if (first.has(id)) {
      judgement.again++;
      continue;
    }
    first.set(id, event);
    judgement.isOrdered &&= photoId > (latest.get(submissionId) ?? "");
    latest.set(submissionId, photoId);
  }
  judgement.lost = log.filter(({ id }) => !first.has(id)).length;
  return judgement;
}
