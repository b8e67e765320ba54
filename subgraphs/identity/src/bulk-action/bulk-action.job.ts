/** The queue of bulk actions. A job is one turn; an action that is not done by then queues again. */
export const BULK_ACTION = "bulk-action";

export interface BulkActionJob {
  accountId: string;
  bulkActionId: string;
}
