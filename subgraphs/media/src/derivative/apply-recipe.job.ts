/** The queue of recipes that are being applied to photos that are in already. */
export const APPLY_RECIPE = "apply-recipe";

export interface ApplyRecipeJob {
  accountId: string;
  runId: string;
  /** The request that began it, under which its end appears in the audit trail. */
  requestId: string;
}
