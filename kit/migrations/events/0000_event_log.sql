create table events.head (
  account_id uuid primary key,
  position bigint not null
);
--> statement-breakpoint
create table events.event (
  account_id uuid not null,
  position bigint not null,
  id uuid not null,
  type text not null,
  ids jsonb not null,
  occurred_at timestamptz not null,
  primary key (account_id, position)
);
--> statement-breakpoint
create function events.append(p_account uuid, p_at timestamptz, p_events jsonb) returns void
language plpgsql security definer set search_path = events, pg_temp as $$
declare
  v_last bigint;
  v_count int := jsonb_array_length(p_events);
begin
  insert into events.head as h (account_id, position) values (p_account, v_count)
  on conflict (account_id) do update set position = h.position + v_count
  returning position into v_last;
  insert into events.event (account_id, position, id, type, ids, occurred_at)
  select p_account, v_last - v_count + e.ordinal, (e.value ->> 'id')::uuid, e.value ->> 'type', e.value -> 'ids', p_at
  from jsonb_array_elements(p_events) with ordinality as e(value, ordinal);
end $$;
--> statement-breakpoint
revoke all on function events.append from public;
--> statement-breakpoint
grant usage on schema events to studio_identity, studio_studio_configuration, studio_media, studio_compliance;
--> statement-breakpoint
grant execute on function events.append to studio_identity, studio_studio_configuration, studio_media, studio_compliance;
--> statement-breakpoint
grant select on events.event, events.head to studio_identity, studio_studio_configuration, studio_media, studio_compliance;
