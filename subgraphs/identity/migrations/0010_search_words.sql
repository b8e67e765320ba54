CREATE TABLE "identity"."contact_word" (
	"account_id" uuid NOT NULL,
	"word" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"contact_id" uuid NOT NULL,
	"in_name" boolean NOT NULL,
	CONSTRAINT "contact_word_account_id_word_created_at_contact_id_pk" PRIMARY KEY("account_id","word","created_at","contact_id")
);
--> statement-breakpoint
ALTER TABLE "identity"."contact_field_run" DROP CONSTRAINT "contact_field_run_kind";--> statement-breakpoint
ALTER TABLE "identity"."contact_field" ADD COLUMN "index_ready" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "identity"."contact_field_run" ADD CONSTRAINT "contact_field_run_kind" CHECK ("identity"."contact_field_run"."kind" in ('move', 'migrate', 'destroy', 'index'));
--> statement-breakpoint
-- Compared byte by byte, so that a range of words is what begins with a text. Statistics would keep copies of values
-- that were erased.
alter table identity.contact_word alter column word type text collate "C", alter column word set statistics 0;
--> statement-breakpoint
-- A text's words without accents, in lower case, with a blank between.
create function identity.plain_text(given text) returns text language sql immutable parallel safe
return regexp_replace(
  lower(regexp_replace(normalize(given, NFKD), '[\u0300-\u036f]', '', 'g') collate "und-x-icu"), '[^[:alnum:]]+', ' ', 'g');
--> statement-breakpoint
-- A contact's words, each once.
create function identity.words_of(first_name text, last_name text, email_key text)
returns table (word text, in_name boolean) language sql immutable parallel safe as $$
  select one.word, bool_or(one.in_name)
  from (
    select left(t, 64) as word, true as in_name
    from string_to_table(identity.plain_text(first_name || ' ' || last_name), ' ') t
    union all
    select left(t, 64), false from string_to_table(identity.plain_text(split_part(email_key, '@', 1)), ' ') t) one
  where one.word <> ''
  group by 1
$$;
--> statement-breakpoint
create function identity.index_new_words() returns trigger language plpgsql as $$
begin
  insert into identity.contact_word (account_id, word, created_at, contact_id, in_name)
  select n.account_id, w.word, n.created_at, n.id, w.in_name
  from new_contacts n, identity.words_of(n.first_name, n.last_name, n.email_key) w;
  return null;
end $$;
--> statement-breakpoint
create function identity.forget_old_words() returns trigger language plpgsql as $$
begin
  delete from identity.contact_word w
  where w.account_id = old.account_id and w.created_at = old.created_at and w.contact_id = old.id
    and w.word = any(array(select o.word from identity.words_of(old.first_name, old.last_name, old.email_key) o));
  return null;
end $$;
--> statement-breakpoint
create function identity.index_changed_words() returns trigger language plpgsql as $$
begin
  insert into identity.contact_word (account_id, word, created_at, contact_id, in_name)
  select new.account_id, w.word, new.created_at, new.id, w.in_name
  from identity.words_of(new.first_name, new.last_name, new.email_key) w;
  return null;
end $$;
--> statement-breakpoint
create trigger index_new_words after insert on identity.contact
  referencing new table as new_contacts for each statement execute function identity.index_new_words();
--> statement-breakpoint
create trigger words_1_forget after delete on identity.contact for each row execute function identity.forget_old_words();
--> statement-breakpoint
create trigger words_2_forget after update of account_id, id, first_name, last_name, email_key, created_at
  on identity.contact for each row
  when ((old.account_id, old.id, old.first_name, old.last_name, old.email_key, old.created_at) is distinct from
    (new.account_id, new.id, new.first_name, new.last_name, new.email_key, new.created_at))
  execute function identity.forget_old_words();
--> statement-breakpoint
create trigger words_3_index after update of account_id, id, first_name, last_name, email_key, created_at
  on identity.contact for each row
  when ((old.account_id, old.id, old.first_name, old.last_name, old.email_key, old.created_at) is distinct from
    (new.account_id, new.id, new.first_name, new.last_name, new.email_key, new.created_at))
  execute function identity.index_changed_words();
--> statement-breakpoint
-- The owner reads every account's contacts for this one statement; nobody else may use the table before it commits.
alter table identity.contact no force row level security;
--> statement-breakpoint
insert into identity.contact_word (account_id, word, created_at, contact_id, in_name)
select n.account_id, w.word, n.created_at, n.id, w.in_name
from identity.contact n, identity.words_of(n.first_name, n.last_name, n.email_key) w
order by 1, 2, 3, 4;
--> statement-breakpoint
alter table identity.contact force row level security;
--> statement-breakpoint
-- What reads past the row policy, since parts of words could use no index behind it, is two functions of fixed text:
-- the account is the transaction's own, callers give no condition, and ids are all that comes back.
grant create on schema identity to studio_search;
--> statement-breakpoint
set local role studio_search;
--> statement-breakpoint
drop view identity.contact_search_text;
--> statement-breakpoint
create function identity.contacts_named_like(pattern text) returns setof uuid
language sql stable security definer set search_path = pg_catalog
begin atomic
  select c.id from identity.contact c
  where c.account_id = nullif(current_setting('app.account_id', true), '')::uuid
    and lower(c.first_name || ' ' || c.last_name || ' ' || coalesce(split_part(c.email_key, '@', 1), ''))
      like lower(pattern collate "und-x-icu")
    and lower(c.first_name || ' ' || c.last_name) like lower(pattern collate "und-x-icu");
end;
--> statement-breakpoint
-- Each word is similar to one of the contact's; one of two letters or fewer begins one. Who may not search emails narrows
-- by the index of both and looks at the names.
create function identity.contacts_similar_to(words text[], emails boolean) returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog set pg_trgm.word_similarity_threshold = 0.5 as $$
declare
  names constant text := $sql$lower(c.first_name || ' ' || c.last_name)$sql$;
  everything constant text :=
    $sql$lower(c.first_name || ' ' || c.last_name || ' ' || coalesce(split_part(c.email_key, '@', 1), ''))$sql$;
  conditions text;
begin
  select string_agg(format(case when length(given.word) < 3 then $sql$(' ' || %s) like '%% ' || $1[%s] || '%%'$sql$
    else '%s operator(extensions.%%>) $1[%s]' end, looked.at, given.place), ' and ')
  into conditions
  from unnest(words) with ordinality as given (word, place),
    unnest(case when emails then array[everything] else array[everything, names] end) as looked (at);
  if conditions is null then return; end if;
  return query execute $sql$select c.id from identity.contact c
    where c.account_id = nullif(current_setting('app.account_id', true), '')::uuid and $sql$ || conditions using words;
end $$;
--> statement-breakpoint
revoke all on function identity.contacts_named_like, identity.contacts_similar_to from public;
--> statement-breakpoint
grant execute on function identity.contacts_named_like, identity.contacts_similar_to to studio_identity;
--> statement-breakpoint
set local role studio_owner;
--> statement-breakpoint
revoke create on schema identity from studio_search;
--> statement-breakpoint
-- What the definitions ask of stored values is read once a statement and account, not once a contact. Whoever writes
-- contacts holds it as it is until they commit, so that whoever changes it comes after all who did not know.
create function identity.forget_field_storage() returns trigger language plpgsql as $$
begin
  perform set_config('app.field_storage', '{}', true);
  return null;
end $$;
--> statement-breakpoint
create trigger forget_field_storage before insert or update on identity.contact
  for each statement execute function identity.forget_field_storage();
--> statement-breakpoint
create function identity.field_storage_of(account uuid) returns jsonb language plpgsql as $$
declare storage jsonb;
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('field_storage:' || account, 0));
  select coalesce(jsonb_object_agg(f.index_slot, f.id) filter (where f.index_slot is not null), '{}') ||
    jsonb_build_object('account', account,
      'sealed', coalesce(array_agg(f.id) filter (where f.sensitivity in ('L2', 'L3')), '{}')::text,
      'plain', coalesce(array_agg(f.id) filter (where f.sensitivity in ('L0', 'L1')), '{}')::text)
  into storage
  from identity.contact_field f where f.account_id = account;
  perform set_config('app.field_storage', storage::text, true);
  return storage;
end $$;
--> statement-breakpoint
-- New values go where the definition has them now. Those that were there before stay until the job has moved them.
create function identity.refuse_misplaced(before jsonb, after jsonb, misplaced text[]) returns void language plpgsql as $$
begin
  if after ?| misplaced and exists (
    select 1 from unnest(misplaced) field where after -> field is distinct from before -> field and after ? field) then
    raise exception 'a value is not where its field keeps values now' using errcode = 'serialization_failure';
  end if;
end $$;
--> statement-breakpoint
create or replace function identity.fill_index_slots() returns trigger language plpgsql as $$
declare
  storage jsonb := coalesce(nullif(current_setting('app.field_storage', true), ''), '{}');
  is_new boolean := tg_op = 'INSERT';
begin
  if (storage ->> 'account')::uuid is distinct from new.account_id then
    storage := identity.field_storage_of(new.account_id);
  end if;
  if new.custom ?| (storage ->> 'sealed')::text[] then
    perform identity.refuse_misplaced(case when is_new then '{}' else old.custom end, new.custom, (storage ->> 'sealed')::text[]);
  end if;
  if new.sealed_custom ?| (storage ->> 'plain')::text[] then
    perform identity.refuse_misplaced(case when is_new then '{}' else old.sealed_custom end, new.sealed_custom, (storage ->> 'plain')::text[]);
  end if;
  new.slot_text_1 := new.custom ->> (storage ->> 'text_1');
  new.slot_text_2 := new.custom ->> (storage ->> 'text_2');
  new.slot_text_3 := new.custom ->> (storage ->> 'text_3');
  new.slot_text_4 := new.custom ->> (storage ->> 'text_4');
  new.slot_text_5 := new.custom ->> (storage ->> 'text_5');
  new.slot_text_6 := new.custom ->> (storage ->> 'text_6');
  new.slot_number_1 := (new.custom ->> (storage ->> 'number_1'))::float8;
  new.slot_number_2 := (new.custom ->> (storage ->> 'number_2'))::float8;
  new.slot_number_3 := (new.custom ->> (storage ->> 'number_3'))::float8;
  new.slot_number_4 := (new.custom ->> (storage ->> 'number_4'))::float8;
  return new;
end $$;
--> statement-breakpoint
drop trigger fill_index_slots on identity.contact;
--> statement-breakpoint
create trigger fill_new_index_slots before insert on identity.contact
  for each row execute function identity.fill_index_slots();
--> statement-breakpoint
create trigger fill_changed_index_slots before update of custom, sealed_custom on identity.contact
  for each row when ((old.custom, old.sealed_custom) is distinct from (new.custom, new.sealed_custom))
  execute function identity.fill_index_slots();
--> statement-breakpoint
-- A job fills a column that a field has just been given; until then the definition says so. A new field, of which no
-- contact has a value, needs none where the column is empty.
drop trigger refill_index_slots on identity.contact_field;
--> statement-breakpoint
drop function identity.refill_index_slots;
--> statement-breakpoint
create or replace function identity.assign_index_slot() returns trigger language plpgsql as $$
declare
  family text := case
    when new.type in ('integer', 'decimal') then 'number'
    when new.type not in ('long_text', 'multi_select') then 'text' end;
  leftover boolean;
begin
  if tg_op = 'UPDATE' and (old.sensitivity in ('L2', 'L3')) <> (new.sensitivity in ('L2', 'L3')) then
    perform pg_advisory_xact_lock(hashtextextended('field_storage:' || new.account_id, 0));
  end if;
  if not new.filterable or new.state = 'deleted' or family is null then
    new.index_slot := null;
    new.index_ready := true;
  elsif new.index_slot is null then
    perform pg_advisory_xact_lock(hashtextextended('field_storage:' || new.account_id, 0));
    select free.slot into new.index_slot
    from (select family || '_' || n as slot from generate_series(1, case family when 'text' then 6 else 4 end) n) free
    where not exists (
      select 1 from identity.contact_field f where f.account_id = new.account_id and f.index_slot = free.slot)
    order by free.slot
    limit 1;
    if new.index_slot is not null and tg_op = 'INSERT' then
      execute format('select exists (select 1 from identity.contact where account_id = $1 and slot_%s is not null)',
        new.index_slot) into leftover using new.account_id;
      new.index_ready := not leftover;
    else
      new.index_ready := new.index_slot is null;
    end if;
  end if;
  return new;
end $$;
