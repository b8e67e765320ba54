-- Names are compared and sorted as people do, upper and lower case side by side.
alter table identity.contact
  alter column first_name type text collate "und-x-icu",
  alter column last_name type text collate "und-x-icu";
--> statement-breakpoint
-- Columns that an account's filterable fields have to themselves, so that row security's own indexes serve them:
-- behind row security PostgreSQL uses an index only for operators that cannot leak, and reading JSON is none.
alter table identity.contact
  add column slot_text_1 text collate "und-x-icu",
  add column slot_text_2 text collate "und-x-icu",
  add column slot_text_3 text collate "und-x-icu",
  add column slot_text_4 text collate "und-x-icu",
  add column slot_text_5 text collate "und-x-icu",
  add column slot_text_6 text collate "und-x-icu",
  add column slot_number_1 float8,
  add column slot_number_2 float8,
  add column slot_number_3 float8,
  add column slot_number_4 float8;
--> statement-breakpoint
do $$
declare slot text;
begin
  foreach slot in array array['text_1', 'text_2', 'text_3', 'text_4', 'text_5', 'text_6',
    'number_1', 'number_2', 'number_3', 'number_4'] loop
    -- Statistics would keep copies of values that were erased.
    execute format('alter table identity.contact alter column slot_%s set statistics 0', slot);
    execute format('create index contact_slot_%1$s on identity.contact (account_id, slot_%1$s, created_at, id)
      where slot_%1$s is not null', slot);
  end loop;
end $$;
--> statement-breakpoint
create unique index contact_field_index_slot on identity.contact_field (account_id, index_slot)
  where index_slot is not null;
--> statement-breakpoint
create function identity.assign_index_slot() returns trigger language plpgsql as $$
declare
  family text := case
    when new.type in ('integer', 'decimal') then 'number'
    when new.type not in ('long_text', 'multi_select') then 'text' end;
begin
  if not new.filterable or new.state = 'deleted' or family is null then
    new.index_slot := null;
  elsif new.index_slot is null then
    select free.slot into new.index_slot
    from (select family || '_' || n as slot from generate_series(1, case family when 'text' then 6 else 4 end) n) free
    where not exists (
      select 1 from identity.contact_field f where f.account_id = new.account_id and f.index_slot = free.slot)
    order by free.slot
    limit 1;
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger assign_index_slot before insert or update on identity.contact_field
  for each row execute function identity.assign_index_slot();
--> statement-breakpoint
create function identity.fill_index_slots() returns trigger language plpgsql as $$
begin
  select
    max(held.value #>> '{}') filter (where held.slot = 'text_1'),
    max(held.value #>> '{}') filter (where held.slot = 'text_2'),
    max(held.value #>> '{}') filter (where held.slot = 'text_3'),
    max(held.value #>> '{}') filter (where held.slot = 'text_4'),
    max(held.value #>> '{}') filter (where held.slot = 'text_5'),
    max(held.value #>> '{}') filter (where held.slot = 'text_6'),
    max(held.value::float8) filter (where held.slot = 'number_1'),
    max(held.value::float8) filter (where held.slot = 'number_2'),
    max(held.value::float8) filter (where held.slot = 'number_3'),
    max(held.value::float8) filter (where held.slot = 'number_4')
  into new.slot_text_1, new.slot_text_2, new.slot_text_3, new.slot_text_4, new.slot_text_5, new.slot_text_6,
    new.slot_number_1, new.slot_number_2, new.slot_number_3, new.slot_number_4
  from (
    select f.index_slot as slot, new.custom -> f.id::text as value
    from identity.contact_field f
    where f.account_id = new.account_id and f.index_slot is not null) held;
  return new;
end $$;
--> statement-breakpoint
create trigger fill_index_slots before insert or update of custom on identity.contact
  for each row execute function identity.fill_index_slots();
--> statement-breakpoint
create function identity.refill_index_slots() returns trigger language plpgsql as $$
begin
  update identity.contact set custom = custom where account_id = new.account_id and custom ? new.id::text;
  return null;
end $$;
--> statement-breakpoint
create trigger refill_index_slots after update on identity.contact_field
  for each row when (old.index_slot is distinct from new.index_slot)
  execute function identity.refill_index_slots();
--> statement-breakpoint
create index contact_search on identity.contact using gin (
  account_id extensions.uuid_ops,
  lower(first_name || ' ' || last_name) extensions.gin_trgm_ops,
  split_part(email_key, '@', 1) extensions.gin_trgm_ops);
--> statement-breakpoint
alter index identity.contact_search alter column 2 set statistics 0;
--> statement-breakpoint
alter index identity.contact_search alter column 3 set statistics 0;
--> statement-breakpoint
-- What words are found in. It reads past the row policy, as similar words could use no index behind it, and names the
-- account itself; its owner can read these columns and nothing else.
create view identity.contact_search_text as
select account_id, id, lower(first_name || ' ' || last_name) as names, split_part(email_key, '@', 1) as mailbox, email_key
from identity.contact
where account_id = nullif(current_setting('app.account_id', true), '')::uuid;
--> statement-breakpoint
grant select on identity.contact_search_text to studio_identity;
--> statement-breakpoint
grant create, usage on schema identity to studio_search;
--> statement-breakpoint
alter view identity.contact_search_text owner to studio_search;
--> statement-breakpoint
revoke create on schema identity from studio_search;
--> statement-breakpoint
create policy searched on identity.contact for select to studio_search using (true);
--> statement-breakpoint
grant select (account_id, id, first_name, last_name, email_key) on identity.contact to studio_search;
--> statement-breakpoint
alter table identity.saved_view
  alter column filter set statistics 0,
  alter column search set statistics 0;
