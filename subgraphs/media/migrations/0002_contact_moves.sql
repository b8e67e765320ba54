ALTER TABLE "media"."photo" ADD COLUMN "sealed_for" uuid;--> statement-breakpoint
-- Lets what a contact submitted follow to another, as identity's merge of the two asks. The bytes stay sealed under the
-- key they were sealed under. Returns what it moved.
create function media.move_contact(p_account uuid, p_from uuid, p_to uuid) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_photos jsonb;
  v_submissions jsonb;
begin
  with moved as (
    update media.photo set contact_id = p_to, sealed_for = coalesce(sealed_for, contact_id)
    where account_id = p_account and contact_id = p_from
    returning id)
  select coalesce(jsonb_agg(id), '[]') into v_photos from moved;
  with moved as (
    update media.submission set contact_id = p_to, version = version + 1
    where account_id = p_account and contact_id = p_from
    returning id)
  select coalesce(jsonb_agg(id), '[]') into v_submissions from moved;
  return jsonb_build_object('photos', v_photos, 'submissions', v_submissions);
end $$;
--> statement-breakpoint
-- Gives back what move_contact says it moved, as far as it is there still.
create function media.return_contact(p_account uuid, p_from uuid, p_to uuid, p_receipt jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update media.photo set contact_id = p_to, sealed_for = nullif(sealed_for, p_to)
  where account_id = p_account and contact_id = p_from
    and id in (select value::uuid from jsonb_array_elements_text(p_receipt -> 'photos'));
  update media.submission set contact_id = p_to, version = version + 1
  where account_id = p_account and contact_id = p_from
    and id in (select value::uuid from jsonb_array_elements_text(p_receipt -> 'submissions'));
end $$;
--> statement-breakpoint
revoke all on function media.move_contact from public;
--> statement-breakpoint
revoke all on function media.return_contact from public;
--> statement-breakpoint
grant execute on function media.move_contact to studio_identity;
--> statement-breakpoint
grant execute on function media.return_contact to studio_identity;
