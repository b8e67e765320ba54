import { newId } from "@studio/kit/id.js";
import type { TestAccount } from "./account.js";
import type { TestPlatform } from "./platform.js";

/** Has things happen to contacts, as a service announces them: in one transaction, then a wake-up. */
export async function happenTo(...happening: Parameters<typeof appendTo>): Promise<void> {
  const [platform, account] = happening;
  await appendTo(...happening);
  await platform.admin`select pg_notify('studio_events', ${account.id})`;
}

/** The same, and nobody is woken: readers find it when they look. */
export async function appendTo(
  platform: TestPlatform,
  account: TestAccount,
  contactIds: readonly string[],
  type = "contact.updated",
): Promise<void> {
  const events = contactIds.map((contactId) => ({ id: newId(), type, ids: { contactId } }));
  await platform.admin.begin(async (sql) => {
    await sql`select set_config('app.account_id', ${account.id}, true)`;
    await sql`select events.append(${account.id}, ${platform.clock.now()}, ${sql.json(events)})`;
  });
}
