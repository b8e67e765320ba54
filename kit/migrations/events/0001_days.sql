-- The log in partitions, a UTC day each, so that what has expired is dropped and nothing is deleted row by row.
alter table events.head add column day date;
--> statement-breakpoint
alter table events.head no force row level security;
--> statement-breakpoint
alter table events.event no force row level security;
--> statement-breakpoint
alter table events.event rename to undivided;
--> statement-breakpoint
alter table events.undivided rename constraint event_pkey to undivided_pkey;
--> statement-breakpoint
create table events.event (
  account_id uuid not null,
  position bigint not null,
  id uuid not null,
  type text not null,
  ids jsonb not null,
  occurred_at timestamptz not null,
  day date not null,
  primary key (account_id, position, day)
) partition by range (day);
--> statement-breakpoint
comment on column events.event.day is 'The UTC day on which it was logged. Never falls with the position of an account, so that a cursor names the days to search.';
--> statement-breakpoint
create function events.open_day(p_day date) returns void
language plpgsql security definer set search_path = events, pg_temp as $$
declare
  v_name text := 'event_' || to_char(p_day, 'YYYYMMDD');
begin
  if to_regclass(format('events.%I', v_name)) is not null then return; end if;
  perform pg_advisory_xact_lock(hashtextextended('events.open_day', 0));
  -- Asked of the catalogue itself: what to_regclass has not found, it does not look for again in this transaction.
  perform 1 from pg_catalog.pg_class where relnamespace = 'events'::regnamespace and relname = v_name;
  if found then return; end if;
  -- Made beside the log and then attached: that waits for no reader and no writer.
  execute format('create table events.%I (like events.event including all)', v_name);
  execute format('alter table events.%I enable row level security, force row level security', v_name);
  execute format('alter table events.event attach partition events.%I for values from (%L) to (%L)',
    v_name, p_day, p_day + 1);
end $$;
--> statement-breakpoint
create or replace function events.append(p_account uuid, p_at timestamptz, p_events jsonb) returns void
language plpgsql security definer set search_path = events, pg_temp as $$
declare
  v_last bigint;
  v_day date;
  v_count int := jsonb_array_length(p_events);
begin
  insert into events.head as h (account_id, position, day) values (p_account, v_count, (p_at at time zone 'UTC')::date)
  on conflict (account_id) do update set position = h.position + v_count, day = greatest(h.day, excluded.day)
  returning position, day into v_last, v_day;
  perform events.open_day(v_day);
  insert into events.event (account_id, position, id, type, ids, occurred_at, day)
  select p_account, v_last - v_count + e.ordinal, (e.value ->> 'id')::uuid, e.value ->> 'type', e.value -> 'ids', p_at,
    v_day
  from jsonb_array_elements(p_events) with ordinality as e(value, ordinal);
end $$;
--> statement-breakpoint
create function events.drop_days_before(p_day date) returns int
language plpgsql security definer set search_path = events, pg_temp set lock_timeout = '2s' as $$
declare
  v_partition text;
  v_dropped int := 0;
begin
  for v_partition in
    select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'events.event'::regclass and c.relname < 'event_' || to_char(p_day, 'YYYYMMDD')
  loop
    execute format('drop table events.%I', v_partition);
    v_dropped := v_dropped + 1;
  end loop;
  return v_dropped;
end $$;
--> statement-breakpoint
do $$
declare
  v_day date;
begin
  update events.head h set day = (
    select max((occurred_at at time zone 'UTC')::date) from events.undivided u where u.account_id = h.account_id);
  for v_day in select distinct day from events.head loop perform events.open_day(v_day); end loop;
  insert into events.event (account_id, position, id, type, ids, occurred_at, day)
  select u.account_id, u.position, u.id, u.type, u.ids, u.occurred_at, h.day
  from events.undivided u join events.head h using (account_id);
end $$;
--> statement-breakpoint
drop table events.undivided;
--> statement-breakpoint
alter table events.head alter column day set not null;
--> statement-breakpoint
revoke all on function events.open_day, events.drop_days_before from public;
--> statement-breakpoint
grant execute on function events.drop_days_before to studio_media;
--> statement-breakpoint
grant select on events.event to studio_identity, studio_studio_configuration, studio_media, studio_compliance;
