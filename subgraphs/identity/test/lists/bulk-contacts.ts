import type postgres from "postgres";

/** How many contacts to add to an account that has its custom fields, and where their groups are. */
export interface BulkContacts {
  accountId: string;
  count: number;
  /** The contact number `n` is in the group `n` modulo their number. */
  groupIds: readonly string[];
}

/** A custom field's value of the contact number `g`, as JSON in SQL. */
const VALUES: Readonly<Record<string, string>> = {
  department: `(array['engineering','design','sales','finance','people'])[1 + g % 5]`,
  office: `(array['berlin','lisbon','toronto','remote'])[1 + (g * 7) % 4]`,
  job_title: `(array['Engineer','Designer','Analyst','Recruiter','Director'])[1 + (g * 3) % 5]`,
  employee_number: `'B' || lpad(g::text, 9, '0')`,
  start_date: `(date '2015-01-01' + (g * 13 % 3650)::int)::text`,
  remote_days: `(g % 6)::int`,
};

const STARTS = `array['b','br','ch','d','f','g','gr','h','j','k','kr','l','m','n','p','r','s','sch','st','t','v','w','y','z']`;
const VOWELS = `array['a','e','i','o','u','ai','ei','ou']`;
const ENDS = `array['','','l','n','r','s','m','ck','nd','rt','ss','x','th']`;

/** A pronounceable name of `parts` syllables out of a number: letters side by side are about as varied as in real ones. */
function name(seed: string, parts: number): string {
  const syllables = Array.from({ length: parts }, (_, index) => {
    const place = `((${seed}) * ${[1, 31, 1_009, 20_011][index]} / 7)`;
    return `(${STARTS})[1 + ${place} % 24] || (${VOWELS})[1 + ${place} / 24 % 8] || (${ENDS})[1 + ${place} / 192 % 13]`;
  });
  return `initcap(${syllables.join(" || ")})`;
}

/**
 * Adds many invented contacts in one statement, as a superuser, with the indexes made afterwards and in one go: about
 * 2,000 first names and 20,000 last ones, every ninth a Maria, each contact created ten seconds after the one before.
 */
export async function addBulkContacts(
  admin: postgres.Sql,
  { accountId, count, groupIds }: BulkContacts,
): Promise<void> {
  const fields = await admin<{ id: string; key: string; slot: string | null }[]>`
    select id, key, index_slot as slot from identity.contact_field where account_id = ${accountId}`;
  const known = fields.filter(({ key }) => VALUES[key]);
  const custom = known.map(({ id, key }) => `'${id}', ${VALUES[key]}`).join(", ");
  const slotted = known.filter(({ slot }) => slot !== null);
  const columns = slotted.map(({ slot }) => `, slot_${slot}`).join("");
  const values = slotted.map(({ key }) => `, ${VALUES[key]}`).join("");
  await withoutIndexes(admin, async () => {
    await admin.unsafe(`
      insert into identity.contact (account_id, id, external_id, first_name, last_name, email, email_key, custom, status,
        created_at, updated_at ${columns})
      select '${accountId}', gen_random_uuid(), 'B-' || g, first, last, email, email, jsonb_build_object(${custom}),
        (array['verified','verified','verified','unverified','invited'])[1 + g % 5],
        timestamptz '2025-01-01' + g * interval '10 seconds', timestamptz '2025-01-01' + (g * 7919 % 1000003) * interval '10 seconds'
        ${values}
      from generate_series(1::bigint, ${count}) g,
        lateral (select case when g % 9 = 0 then 'Maria' else ${name("g * 7919 % 2003 * 997", 2)} end as first, ${name("g * 104729 % 20011 * 4093", 2)} as last) n,
        lateral (select lower(first || '.' || last) || '.' || g || '@bulk.example' as email) e`);
    await admin.unsafe(`
      insert into identity.contact_word (account_id, word, created_at, contact_id, in_name)
      select c.account_id, w.word, c.created_at, c.id, w.in_name
      from identity.contact c, identity.words_of(c.first_name, c.last_name, c.email_key) w
      where c.account_id = '${accountId}' and c.external_id like 'B-%' order by 1, 2, 3, 4`);
    await admin.unsafe(`
      insert into identity.group_contact (account_id, group_id, contact_id)
      select account_id, (array[${groupIds.map((id) => `'${id}'::uuid`).join(",")}])[1 + n % ${groupIds.length}], id
      from (select account_id, id, row_number() over () as n from identity.contact
        where account_id = '${accountId}' and external_id like 'B-%') numbered
      on conflict do nothing`);
  });
  await admin.unsafe("vacuum analyze identity.contact");
  await admin.unsafe("vacuum analyze identity.contact_word");
  await admin.unsafe(`update identity.contact_field set index_ready = true where account_id = '${accountId}'`);
  await admin.unsafe("vacuum analyze identity.group_contact");
}

/** Runs a bulk insert with the contact table's triggers off, and its indexes made again after it. */
async function withoutIndexes(admin: postgres.Sql, work: () => Promise<void>): Promise<void> {
  const indexes = await admin<{ name: string; definition: string; targetless: string[] }[]>`
    select c.relname as name, pg_get_indexdef(i.indexrelid) as definition,
      array(select attnum::text from pg_attribute where attrelid = i.indexrelid and attstattarget = 0) as targetless
    from pg_index i join pg_class c on c.oid = i.indexrelid
    where i.indrelid = 'identity.contact'::regclass
      and not exists (select 1 from pg_constraint where conindid = i.indexrelid)`;
  await admin.unsafe("alter table identity.contact disable trigger user");
  for (const { name: index } of indexes) await admin.unsafe(`drop index identity.${index}`);
  await work();
  for (const { name: index, definition, targetless } of indexes) {
    await admin.unsafe(definition);
    for (const column of targetless)
      await admin.unsafe(`alter index identity.${index} alter column ${column} set statistics 0`);
  }
  await admin.unsafe("alter table identity.contact enable trigger user");
}
