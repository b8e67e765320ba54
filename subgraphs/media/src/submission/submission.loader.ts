import DataLoader from "dataloader";
import { manyByKey, oneByKey } from "@studio/kit/loader/loader.js";
import type { ReadAccount } from "../read-account.js";
import {
  findLatestSubmissions,
  findSubmissionsByContact,
  type SubmissionPosition,
} from "./submission-list.repository.js";
import { findShots } from "./submission-shot.repository.js";
import { findSubmissions, findSubmissionsByPhoto } from "./submission.repository.js";
import type { SubmissionRow } from "./submission.table.js";

/** A page of one contact's submissions: `limit` rows after a position. */
export interface ContactSubmissions {
  contactId: string;
  after: SubmissionPosition | null;
  limit: number;
}

/** Submissions by id, by chosen photo, and by contact; and the shots of each. */
export const submissionLoaders = (read: ReadAccount) => ({
  submission: oneByKey(
    (ids) => read((tx, account) => findSubmissions(tx, account, ids)),
    (submission) => submission.id,
  ),
  submissionByPhoto: oneByKey(
    (ids) => read((tx, account) => findSubmissionsByPhoto(tx, account, ids)),
    (submission) => submission.photoId,
  ),
  latestSubmissionByContact: oneByKey(
    (ids) => read((tx, account) => findLatestSubmissions(tx, account, ids)),
    (submission) => submission.contactId,
  ),
  submissionsByContact: submissionsByContact(read),
  shotsBySubmission: manyByKey(
    (ids) => read((tx, account) => findShots(tx, account, ids)),
    (shot) => shot.submissionId,
  ),
});

/** Contacts that are asked for the same page share one query. */
function submissionsByContact(read: ReadAccount): DataLoader<ContactSubmissions, SubmissionRow[], string> {
  const pageOf = ({ after, limit }: ContactSubmissions) => JSON.stringify([after, limit]);
  const fetch = async (keys: readonly ContactSubmissions[]): Promise<SubmissionRow[][]> => {
    const pages = Map.groupBy(keys, pageOf);
    const rows = await Promise.all(
      [...pages].map(async ([page, [first, ...others]]) => {
        const contacts = [first!, ...others].map((key) => key.contactId);
        const found = await read((tx, account) => findSubmissionsByContact(tx, account, contacts, first!));
        return [page, Map.groupBy(found, (row) => row.contactId)] as const;
      }),
    );
    const byPage = new Map(rows);
    return keys.map((key) => byPage.get(pageOf(key))?.get(key.contactId) ?? []);
  };
  return new DataLoader(fetch, { cacheKeyFn: (key) => `${key.contactId}${pageOf(key)}`, maxBatchSize: 500 });
}
