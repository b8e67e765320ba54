import { signedInMember } from "@studio/kit/auth/signed-in.js";
import { changeState } from "@studio/kit/db/change.js";
import { notFound } from "@studio/kit/error/codes.js";
import { changeScope, readAnew, type IdentityContext } from "../context.js";
import { AccountClosing, InvalidSetting, SettingsOutdated } from "./account.errors.js";
import type { UpdateAccountSettingsInput } from "./account.input.js";
import { lockAccount, updateSettings } from "./account.repository.js";
import { UpdateAccountSettingsPayload, type UpdateAccountSettingsResult } from "./account.result.js";
import { changeSettings, changedSettings } from "./settings.policy.js";

/** Changes the account's settings where nobody was faster. Settings that are so already leave no trace. */
export async function updateAccountSettings(
  context: IdentityContext,
  input: UpdateAccountSettingsInput,
): Promise<typeof UpdateAccountSettingsResult> {
  const { accountId } = signedInMember(context);
  type Result = typeof UpdateAccountSettingsResult;
  const result = await changeState<Result>(changeScope(context, accountId), async ({ tx, audit, abandon }) => {
    const account = await lockAccount(tx, accountId);
    if (!account) throw notFound("account");
    if (account.status !== "active") return abandon(AccountClosing.now());
    if (account.version !== input.version) return abandon(SettingsOutdated.since(account.version));
    const settings = changeSettings(account, input);
    if (settings instanceof InvalidSetting) return abandon(settings);
    const fields = changedSettings(account, settings);
    if (fields.length === 0) return abandon(Object.assign(new UpdateAccountSettingsPayload(), { account }));
    audit({ action: "account.settings_changed", subjectType: "Account", subjectId: accountId, fields });
    const changed = await updateSettings(tx, accountId, settings);
    return Object.assign(new UpdateAccountSettingsPayload(), { account: changed });
  });
  readAnew(context);
  return result;
}
