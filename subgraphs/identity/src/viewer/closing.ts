import type { MemberViewer } from "@studio/kit/auth/viewer.js";
import type { AccountStatus } from "../account/account.table.js";

/** What a viewer carries of the account's life, for every service to heed. */
export function closing(status: AccountStatus): Pick<MemberViewer, "accountIsClosing"> {
  return status === "closing" ? { accountIsClosing: true } : {};
}
