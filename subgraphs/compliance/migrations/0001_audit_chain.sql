comment on table compliance.audit_event is 'append-only by function: compliance.append_audit';
--> statement-breakpoint
comment on table compliance.audit_head is 'by function: compliance.append_audit';
--> statement-breakpoint
alter table compliance.audit_event alter column reason set statistics 0;
--> statement-breakpoint
-- The text of an entry that its digest covers: canonical, since jsonb orders its keys; a column that is null
-- leaves no trace in it, so a column added later keeps older digests valid.
create function compliance.audit_text(e compliance.audit_event) returns text
language sql stable as $$
  select pg_catalog.jsonb_strip_nulls(pg_catalog.jsonb_build_object(
    'account', e.account_id,
    'position', e.position,
    'id', e.id,
    'at', pg_catalog.to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'actorKind', e.actor_kind,
    'actorId', e.actor_id,
    'action', e.action,
    'subjectType', e.subject_type,
    'subjectId', e.subject_id,
    'reason', e.reason,
    'requestId', e.request_id,
    'fields', e.fields))::text
$$;
--> statement-breakpoint
-- Appends one entry to the account's chain: digest = SHA-256(previous digest || text of the entry); before the
-- first entry the digest is 32 zero bytes. The head row stays locked until the caller's transaction ends.
create function compliance.append_audit(
  p_account uuid, p_at timestamptz, p_actor_kind text, p_actor_id text, p_action text, p_subject_type text,
  p_subject_id text, p_reason text, p_request_id text, p_fields jsonb
) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_head compliance.audit_head;
  v_event compliance.audit_event;
begin
  select * into v_head from compliance.audit_head where account_id = p_account for update;
  if not found then
    insert into compliance.audit_head (account_id, position, digest)
    values (p_account, 0, decode(repeat('00', 32), 'hex')) on conflict do nothing;
    select * into strict v_head from compliance.audit_head where account_id = p_account for update;
  end if;
  v_event.account_id := p_account;
  v_event.position := v_head.position + 1;
  v_event.id := gen_random_uuid();
  v_event.at := p_at;
  v_event.actor_kind := p_actor_kind;
  v_event.actor_id := p_actor_id;
  v_event.action := p_action;
  v_event.subject_type := p_subject_type;
  v_event.subject_id := p_subject_id;
  v_event.reason := p_reason;
  v_event.request_id := p_request_id;
  v_event.fields := coalesce(p_fields, '[]');
  v_event.digest := sha256(v_head.digest || convert_to(compliance.audit_text(v_event), 'UTF8'));
  insert into compliance.audit_event values (v_event.*);
  update compliance.audit_head set position = v_event.position, digest = v_event.digest where account_id = p_account;
  return v_event.position;
end $$;
--> statement-breakpoint
revoke all on function compliance.append_audit from public;
--> statement-breakpoint
grant execute on function compliance.append_audit to studio_identity, studio_studio_configuration, studio_media, studio_compliance;
--> statement-breakpoint
revoke all on function compliance.audit_text from public;
--> statement-breakpoint
grant execute on function compliance.audit_text to studio_compliance;
