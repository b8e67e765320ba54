-- Lets a contact's consents follow to another, as identity's merge of the two asks: of what was said about a purpose the
-- last word holds, and of two at once the withdrawal. Returns what the survivor had said before.
create function compliance.move_contact(p_account uuid, p_from uuid, p_to uuid) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_said compliance.consent;
  v_before compliance.consent;
  v_receipt jsonb := '[]';
begin
  for v_said in
    select * from compliance.consent where account_id = p_account and contact_id = p_from order by purpose
  loop
    select * into v_before from compliance.consent
    where account_id = p_account and contact_id = p_to and purpose = v_said.purpose for update;
    if found and (v_before.changed_at > v_said.changed_at
      or (v_before.changed_at = v_said.changed_at and v_said.state <> 'withdrawn')) then
      continue;
    end if;
    v_receipt := v_receipt || jsonb_build_object('purpose', v_said.purpose, 'state', v_said.state,
      'changedAt', v_said.changed_at, 'before', case when v_before.purpose is not null then to_jsonb(v_before) end);
    v_said.contact_id := p_to;
    delete from compliance.consent where account_id = p_account and contact_id = p_to and purpose = v_said.purpose;
    insert into compliance.consent values (v_said.*);
    perform compliance.keep_consent(v_said);
  end loop;
  return v_receipt;
end $$;
--> statement-breakpoint
-- Gives the survivor back what they had said before, where nothing was said since. What was withdrawn since the merge
-- stays withdrawn for both: nobody knows whose word it was.
create function compliance.return_contact(
  p_account uuid, p_from uuid, p_to uuid, p_receipt jsonb, p_merged_at timestamptz
) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_moved jsonb;
  v_said compliance.consent;
begin
  for v_said in
    update compliance.consent d set state = 'withdrawn', changed_at = s.changed_at
    from compliance.consent s
    where d.account_id = p_account and d.contact_id = p_to and d.state = 'given'
      and s.account_id = p_account and s.contact_id = p_from and s.purpose = d.purpose
      and s.state = 'withdrawn' and s.changed_at > p_merged_at
    returning d.*
  loop
    perform compliance.keep_consent(v_said);
  end loop;
  for v_moved in select value from jsonb_array_elements(p_receipt) loop
    delete from compliance.consent
    where account_id = p_account and contact_id = p_from and purpose = v_moved ->> 'purpose'
      and state = v_moved ->> 'state' and changed_at = (v_moved ->> 'changedAt')::timestamptz;
    if found and v_moved -> 'before' <> 'null' then
      insert into compliance.consent
      select * from jsonb_populate_record(null::compliance.consent, v_moved -> 'before');
    end if;
  end loop;
end $$;
--> statement-breakpoint
-- A row of history for what was said, or is taken as said.
create function compliance.keep_consent(p_said compliance.consent) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into compliance.consent_change (account_id, id, contact_id, purpose, state, studio_id, text_version, changed_at)
  values (p_said.account_id, gen_random_uuid(), p_said.contact_id, p_said.purpose, p_said.state, p_said.studio_id,
    p_said.text_version, p_said.changed_at)
$$;
--> statement-breakpoint
revoke all on function compliance.move_contact from public;
--> statement-breakpoint
revoke all on function compliance.return_contact from public;
--> statement-breakpoint
revoke all on function compliance.keep_consent from public;
--> statement-breakpoint
grant execute on function compliance.move_contact to studio_identity;
--> statement-breakpoint
grant execute on function compliance.return_contact to studio_identity;
