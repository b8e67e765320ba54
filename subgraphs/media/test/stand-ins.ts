import postgres from "postgres";
import { isolateTenants } from "@studio/kit/db/isolate-tenants.js";
import { OWNER_ROLE } from "@studio/kit/db/services.js";

/**
 * Stands in for what the other subgraphs publish, as tables of the same names and columns, under row level security.
 * `compliance.audit_log` shows what the audit trail was told.
 */
export async function createStandIns(adminUrl: string): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    await sql.unsafe(`set role ${OWNER_ROLE}`);
    await sql.unsafe(TABLES);
    for (const schema of ["identity", "studio_configuration", "compliance"]) {
      await isolateTenants(sql, schema, ["studio_media"]);
    }
  } finally {
    await sql.end();
  }
}

const TABLES = `
  create table identity.published_contact (
    account_id uuid, id uuid, status text, restricted_at timestamptz, group_ids uuid[], primary key (account_id, id));
  create table identity.published_contact_key (
    account_id uuid, contact_id uuid, wrapped_key bytea, primary key (account_id, contact_id));
  create table identity.published_contact_field (
    account_id uuid, id uuid, sensitivity text, state text, primary key (account_id, id));
  create table identity.public_value (account_id uuid, field_id uuid, contact_id uuid, value text);
  create function identity.public_values(p_account uuid, p_field uuid, p_contacts uuid[])
  returns table (contact_id uuid, value text) language sql as $$
    select contact_id, value from identity.public_value
    where account_id = p_account and field_id = p_field and contact_id = any(p_contacts) $$;
  create table studio_configuration.published_studio (
    account_id uuid, id uuid, status text, name text, access text, coordinators_see_originals bool, recipe jsonb,
    review_mode text, coordinators_review bool, capacity int, submissions_per_contact int, opens_at timestamptz,
    closes_at timestamptz, caption_field_id uuid, primary key (account_id, id));
  create table studio_configuration.studio_directory (slug text primary key, account_id uuid, studio_id uuid);
  comment on table studio_configuration.studio_directory is 'directory: whose studio a slug is';
  grant select on studio_configuration.studio_directory to studio_media;
  create table compliance.published_consent (
    account_id uuid, contact_id uuid, purpose text, state text, changed_at timestamptz);
  create table compliance.audit_log (
    account uuid, actor_kind text, actor_id text, action text, subject_id text, reason text, request_id text);
  create function compliance.append_audit(
    p_account uuid, p_at timestamptz, p_actor_kind text, p_actor_id text, p_action text, p_subject_type text,
    p_subject_id text, p_reason text, p_request_id text, p_fields jsonb) returns void
  language sql security definer as $$
    insert into compliance.audit_log values
      (p_account, p_actor_kind, p_actor_id, p_action, p_subject_id, p_reason, p_request_id) $$;
`;
