import { newAccount, type TestAccount } from "../new-account.js";
import type { RunningIdentity } from "../running-identity.js";
import type { PlainContact } from "./plain-filter.js";

/** An account whose contacts differ in everything that lists compare: also in what they lack. */
export async function variedAccount(identity: RunningIdentity, count: number): Promise<TestAccount> {
  const account = await newAccount(identity, count);
  const { accountId } = account;
  const field = (key: string) => account.seed.fieldIdOf(key);
  const { admin } = identity;
  const numbered = admin`select id, row_number() over (order by created_at, id) as n from identity.contact
    where account_id = ${accountId}`;
  await admin`
    with numbered as (${numbered})
    update identity.contact c set
      external_id = case when n % 3 = 0 then null else external_id end,
      phone_sealed = case when n % 4 = 0 then null else phone_sealed end,
      custom = c.custom
        - case when n % 3 = 1 then ${field("department")}::text else '' end
        - case when n % 4 = 1 then ${field("employee_number")}::text else '' end
        - case when n % 5 = 1 then ${field("languages")}::text else '' end
        - case when n % 7 = 1 then ${field("job_title")}::text else '' end,
      restricted_at = case when n % 11 = 5 then c.created_at end,
      created_at = c.created_at - (n % 4) * interval '10 seconds',
      updated_at = c.updated_at + (n % 3) * interval '1 hour'
    from numbered where c.account_id = ${accountId} and c.id = numbered.id`;
  await admin`delete from identity.group_contact g using (${numbered}) numbered
    where g.account_id = ${accountId} and g.contact_id = numbered.id and n % 6 = 2`;
  return account;
}

/** The account's contacts as they rest, for the plain evaluation. */
export async function plainContacts(identity: RunningIdentity, account: TestAccount): Promise<PlainContact[]> {
  const { accountId } = account;
  const keys = new Map(
    (
      await identity.admin<{ id: string; key: string }[]>`
      select id, key from identity.contact_field where account_id = ${accountId}`
    ).map(({ id, key }) => [id, key]),
  );
  const rows = await identity.admin`
    select c.*, array(select group_id::text from identity.group_contact g
      where g.account_id = c.account_id and g.contact_id = c.id) as group_ids
    from identity.contact c where account_id = ${accountId} order by created_at, id`;
  return rows.map((row) => ({
    id: row["id"],
    status: String(row["status"]).toUpperCase(),
    firstName: row["first_name"],
    lastName: row["last_name"],
    email: row["email_key"],
    externalId: row["external_id"],
    groupIds: row["group_ids"],
    restrictedAt: row["restricted_at"]?.toISOString() ?? null,
    createdAt: row["created_at"].toISOString(),
    updatedAt: row["updated_at"].toISOString(),
    hasPhone: row["phone_sealed"] !== null,
    custom: Object.fromEntries(Object.entries(row["custom"]).map(([id, value]) => [keys.get(id)!, value])),
  }));
}
