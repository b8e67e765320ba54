ALTER TABLE "media"."submission_shot" ADD COLUMN "refused_digest" text;
--> statement-breakpoint
-- The owner reads every account's rows for this one statement; nobody else may use the tables before it commits.
alter table media.submission no force row level security;
--> statement-breakpoint
alter table media.submission_shot no force row level security;
--> statement-breakpoint
update media.submission_shot t set refused_digest = s.reviewed_digest from media.submission s
where s.account_id = t.account_id and s.photo_id = t.photo_id and s.decision = 'retake_requested';
--> statement-breakpoint
alter table media.submission_shot force row level security;
--> statement-breakpoint
alter table media.submission force row level security;
