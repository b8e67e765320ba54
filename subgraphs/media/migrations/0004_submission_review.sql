CREATE TABLE "media"."submission_shot" (
	"account_id" uuid NOT NULL,
	"photo_id" uuid NOT NULL,
	"submission_id" uuid NOT NULL,
	CONSTRAINT "submission_shot_account_id_photo_id_pk" PRIMARY KEY("account_id","photo_id")
);
--> statement-breakpoint
ALTER TABLE "media"."submission" ADD COLUMN "decision" text;--> statement-breakpoint
ALTER TABLE "media"."submission" ADD COLUMN "decided_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "media"."submission" ADD COLUMN "review_reason" text;--> statement-breakpoint
ALTER TABLE "media"."submission" ADD COLUMN "review_message" "bytea";--> statement-breakpoint
ALTER TABLE "media"."submission_shot" ADD CONSTRAINT "submission_shot_account_id_photo_id_photo_account_id_id_fk" FOREIGN KEY ("account_id","photo_id") REFERENCES "media"."photo"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media"."submission_shot" ADD CONSTRAINT "submission_shot_account_id_submission_id_submission_account_id_id_fk" FOREIGN KEY ("account_id","submission_id") REFERENCES "media"."submission"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "submission_shot_by_submission" ON "media"."submission_shot" USING btree ("account_id","submission_id","photo_id");--> statement-breakpoint
ALTER TABLE "media"."submission" ADD CONSTRAINT "submission_decided" CHECK (status not in ('accepted', 'rejected') or (decision = status::text and decided_at is not null));
--> statement-breakpoint
-- Until now each submission had one shot. The rows of every account are moved, so for this once past row security.
alter table media.submission no force row level security;
--> statement-breakpoint
insert into media.submission_shot (account_id, photo_id, submission_id) select account_id, photo_id, id from media.submission;
--> statement-breakpoint
alter table media.submission force row level security;
