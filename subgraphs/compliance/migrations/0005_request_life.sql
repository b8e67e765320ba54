comment on table compliance.data_subject_request_step is 'append-only: what happened to a request stays for its person to see';
--> statement-breakpoint
comment on table compliance.data_subject_request_count is 'directory: how many requests the platform holds, for its staff; numbers alone';
--> statement-breakpoint
grant select on compliance.data_subject_request_count to studio_compliance;
--> statement-breakpoint
-- Keeps the platform's numbers: one less of what a request was, one more of what it is.
create function compliance.count_request() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op <> 'INSERT' then
    update compliance.data_subject_request_count set count = count - 1 where kind = old.kind and status = old.status;
  end if;
  if tg_op <> 'DELETE' then
    insert into compliance.data_subject_request_count as held (kind, status, count) values (new.kind, new.status, 1)
    on conflict (kind, status) do update set count = held.count + 1;
  end if;
  return null;
end $$;
--> statement-breakpoint
revoke all on function compliance.count_request from public;
--> statement-breakpoint
create trigger count_request after insert or delete or update of kind, status on compliance.data_subject_request
for each row execute function compliance.count_request();
--> statement-breakpoint
alter function compliance.move_contact rename to move_consents;
--> statement-breakpoint
alter function compliance.return_contact rename to return_consents;
--> statement-breakpoint
revoke all on function compliance.move_consents from studio_identity;
--> statement-breakpoint
revoke all on function compliance.return_consents from studio_identity;
--> statement-breakpoint
-- Lets a contact's consents and rights requests follow to another, as identity's merge of the two asks. An open request
-- stays behind where the survivor has one of its kind: that one answers both, by the earlier of their dates.
create function compliance.move_contact(p_account uuid, p_from uuid, p_to uuid) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_requests jsonb;
begin
  update compliance.data_subject_request kept set due_at = least(kept.due_at, asked.due_at)
  from compliance.data_subject_request asked
  where kept.account_id = p_account and kept.contact_id = p_to and kept.status = 'pending_review'
    and asked.account_id = p_account and asked.contact_id = p_from and asked.status = 'pending_review'
    and asked.kind = kept.kind;
  with moved as (
    update compliance.data_subject_request asked set contact_id = p_to
    where asked.account_id = p_account and asked.contact_id = p_from and (asked.status <> 'pending_review' or not exists (
      select from compliance.data_subject_request kept
      where kept.account_id = p_account and kept.contact_id = p_to and kept.status = 'pending_review'
        and kept.kind = asked.kind))
    returning id
  )
  select coalesce(jsonb_agg(jsonb_build_object('request', id)), '[]') into v_requests from moved;
  return compliance.move_consents(p_account, p_from, p_to) || v_requests;
end $$;
--> statement-breakpoint
-- Undoes it. A request goes back unless the contact has filed one of its kind anew that is still open.
create function compliance.return_contact(
  p_account uuid, p_from uuid, p_to uuid, p_receipt jsonb, p_merged_at timestamptz
) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update compliance.data_subject_request asked set contact_id = p_to
  from jsonb_array_elements(p_receipt) moved
  where asked.account_id = p_account and asked.id = (moved ->> 'request')::uuid and asked.contact_id = p_from
    and (asked.status <> 'pending_review' or not exists (
      select from compliance.data_subject_request other
      where other.account_id = p_account and other.contact_id = p_to and other.status = 'pending_review'
        and other.kind = asked.kind));
  perform compliance.return_consents(p_account, p_from, p_to,
    (select coalesce(jsonb_agg(moved), '[]') from jsonb_array_elements(p_receipt) moved where moved ? 'purpose'),
    p_merged_at);
end $$;
--> statement-breakpoint
revoke all on function compliance.move_contact from public;
--> statement-breakpoint
revoke all on function compliance.return_contact from public;
--> statement-breakpoint
grant execute on function compliance.move_contact to studio_identity;
--> statement-breakpoint
grant execute on function compliance.return_contact to studio_identity;
