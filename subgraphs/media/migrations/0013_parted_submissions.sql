ALTER TABLE "media"."submission" ADD COLUMN "parted_from" uuid;
--> statement-breakpoint
-- The shot of a contact in a submission that is to be reviewed, the newest that can be, and how far that is.
create function media.shot_to_review(p_account uuid, p_submission uuid, p_contact uuid)
returns table (photo_id uuid, status media.submission_status)
language sql stable set search_path = pg_catalog, pg_temp as $$
  select p.id, (case p.status when 'ready' then 'in_review' when 'purged' then 'purged' else 'draft' end)::media.submission_status
  from media.submission_shot t join media.photo p on p.account_id = t.account_id and p.id = t.photo_id
  where t.account_id = p_account and t.submission_id = p_submission and p.contact_id = p_contact
  order by p.status = 'ready' desc, p.status <> 'purged' desc, p.created_at desc, p.id desc limit 1;
$$;
--> statement-breakpoint
-- Takes another contact's shots out of a submission into one of that contact's own. The status stays with the shot that
-- was chosen, what was submitted and decided with the shot that it was about, and the reviewer's words where those are
-- one; the other half is to be reviewed anew. Whoever selected the submission has selected both. Returns what became of it.
create function media.part_submission(p_account uuid, p_submission uuid, p_other uuid) returns jsonb
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  v_kept media.submission;
  v_parted media.submission;
  v_decided_on uuid;
  v_theirs uuid[];
  v_chosen_goes boolean;
  v_standing_goes boolean;
  v_anew jsonb;
  c_unsubmitted constant jsonb := '{"reviewed_digest": null, "submitted_at": null, "decision": null, "decided_at": null,
    "review_reason": null, "review_message": null}';
begin
  select * into strict v_kept from media.submission where account_id = p_account and id = p_submission for update;
  select array_agg(p.id) into strict v_theirs
  from media.submission_shot t join media.photo p on p.account_id = t.account_id and p.id = t.photo_id
  where t.account_id = p_account and t.submission_id = p_submission and p.contact_id = p_other;
  select t.photo_id into v_decided_on from media.submission_shot t
  where t.account_id = p_account and t.submission_id = p_submission and v_kept.decision = 'retake_requested'
    and t.refused_digest = v_kept.reviewed_digest;
  v_chosen_goes := v_kept.photo_id = any(v_theirs);
  v_standing_goes := coalesce(v_decided_on, v_kept.photo_id) = any(v_theirs);

  if v_chosen_goes <> v_standing_goes then v_kept.review_message := null; end if;
  v_parted := v_kept;
  select to_jsonb(s) into strict v_anew
  from media.shot_to_review(p_account, p_submission, case when v_chosen_goes then v_kept.contact_id else p_other end) s;
  if v_chosen_goes then v_kept := jsonb_populate_record(v_kept, v_anew);
  else v_parted := jsonb_populate_record(v_parted, v_anew);
  end if;
  if v_standing_goes then v_kept := jsonb_populate_record(v_kept, c_unsubmitted);
  else v_parted := jsonb_populate_record(v_parted, c_unsubmitted);
  end if;
  v_parted.id := gen_random_uuid();
  v_parted.contact_id := p_other;
  v_parted.parted_from := coalesce(v_kept.parted_from, v_kept.id);
  v_parted.version := 1;
  select min(created_at) into v_parted.created_at from media.photo where account_id = p_account and id = any(v_theirs);

  update media.submission set photo_id = v_kept.photo_id, status = v_kept.status, version = version + 1,
    reviewed_digest = v_kept.reviewed_digest, submitted_at = v_kept.submitted_at, decision = v_kept.decision,
    decided_at = v_kept.decided_at, review_reason = v_kept.review_reason, review_message = v_kept.review_message
  where account_id = p_account and id = p_submission;
  insert into media.submission select v_parted.*;
  update media.submission_shot set submission_id = v_parted.id where account_id = p_account and photo_id = any(v_theirs);
  insert into media.collection_item (account_id, collection_id, submission_id)
  select account_id, collection_id, v_parted.id from media.collection_item
  where account_id = p_account and submission_id = p_submission;
  insert into media.gallery_item (account_id, gallery_id, submission_id)
  select account_id, gallery_id, v_parted.id from media.gallery_item
  where account_id = p_account and submission_id = p_submission;
  return jsonb_build_object(
    'parted', jsonb_build_object('submissionId', v_parted.id, 'contactId', v_parted.contact_id,
      'studioId', v_parted.studio_id, 'photoId', v_parted.photo_id),
    'from', jsonb_build_object('submissionId', v_kept.id, 'contactId', v_kept.contact_id,
      'studioId', v_kept.studio_id, 'photoId', v_kept.photo_id),
    'takenBack', v_chosen_goes and v_parted.status in ('submitted', 'awaiting_admin', 'accepted', 'rejected'));
end $$;
--> statement-breakpoint
drop function media.return_contact;
--> statement-breakpoint
-- Gives back what move_contact says it moved, as far as it is there still. No submission keeps another contact's shot:
-- what was added to it meanwhile is parted from it. Returns what was parted.
create function media.return_contact(p_account uuid, p_from uuid, p_to uuid, p_receipt jsonb) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_parted jsonb;
begin
  -- Photos before submissions, as whoever finishes a photo: a shot is parted only while nobody opens it for review.
  perform from media.photo where account_id = p_account and contact_id in (p_from, p_to) order by id for no key update;
  update media.photo set contact_id = p_to, sealed_for = nullif(sealed_for, p_to)
  where account_id = p_account and contact_id = p_from
    and id in (select value::uuid from jsonb_array_elements_text(p_receipt -> 'photos'));
  update media.submission set contact_id = p_to, version = version + 1
  where account_id = p_account and contact_id = p_from
    and id in (select value::uuid from jsonb_array_elements_text(p_receipt -> 'submissions'));
  select coalesce(jsonb_agg(media.part_submission(p_account, m.id, m.other)), '[]') into v_parted
  from (select distinct s.id, p.contact_id as other
    from media.submission s
    join media.submission_shot t on t.account_id = s.account_id and t.submission_id = s.id
    join media.photo p on p.account_id = t.account_id and p.id = t.photo_id
    where s.account_id = p_account and s.contact_id in (p_from, p_to) and p.contact_id in (p_from, p_to)
      and p.contact_id <> s.contact_id) m;
  return v_parted;
end $$;
--> statement-breakpoint
revoke all on function media.shot_to_review from public;
--> statement-breakpoint
revoke all on function media.part_submission from public;
--> statement-breakpoint
revoke all on function media.return_contact from public;
--> statement-breakpoint
grant execute on function media.return_contact to studio_identity;
