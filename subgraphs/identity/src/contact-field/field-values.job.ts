/** The queue of work on custom fields' values over all contacts of an account. */
export const FIELD_VALUES = "contact-field-values";

export interface FieldValuesJob {
  accountId: string;
  runId: string;
}
