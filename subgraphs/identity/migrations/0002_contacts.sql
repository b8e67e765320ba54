CREATE TABLE "identity"."bulk_action" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"group_id" uuid,
	"state" text NOT NULL,
	"failure" text,
	"started_by" jsonb NOT NULL,
	"request_id" text NOT NULL,
	"total" integer NOT NULL,
	"changed" integer DEFAULT 0 NOT NULL,
	"unchanged" integer DEFAULT 0 NOT NULL,
	"rejected" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "bulk_action_account_id_id_pk" PRIMARY KEY("account_id","id"),
	CONSTRAINT "bulk_action_state" CHECK ("identity"."bulk_action"."state" in ('queued', 'running', 'finished', 'cancelled', 'failed')),
	CONSTRAINT "bulk_action_group" CHECK (("identity"."bulk_action"."group_id" is not null) = ("identity"."bulk_action"."kind" in ('add_to_group', 'remove_from_group'))),
	CONSTRAINT "bulk_action_failed_for_a_reason" CHECK (("identity"."bulk_action"."state" = 'failed') = ("identity"."bulk_action"."failure" is not null))
);
--> statement-breakpoint
CREATE TABLE "identity"."bulk_action_row" (
	"account_id" uuid NOT NULL,
	"bulk_action_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"contact_id" uuid NOT NULL,
	"outcome" text DEFAULT 'pending' NOT NULL,
	"refusal" text,
	CONSTRAINT "bulk_action_row_account_id_bulk_action_id_position_pk" PRIMARY KEY("account_id","bulk_action_id","position"),
	CONSTRAINT "bulk_action_row_refused_for_a_reason" CHECK (("identity"."bulk_action_row"."outcome" = 'rejected') = ("identity"."bulk_action_row"."refusal" is not null))
);
--> statement-breakpoint
CREATE TABLE "identity"."contact_merge" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"survivor_id" uuid NOT NULL,
	"duplicate_id" uuid NOT NULL,
	"receipt" jsonb NOT NULL,
	"merged_at" timestamp (3) with time zone NOT NULL,
	"undone_at" timestamp (3) with time zone,
	CONSTRAINT "contact_merge_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
ALTER TABLE "identity"."contact" ADD COLUMN "archived_from" text;--> statement-breakpoint
ALTER TABLE "identity"."contact" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "identity"."contact_key" ADD COLUMN "held_for" uuid;--> statement-breakpoint
ALTER TABLE "identity"."verification" ADD COLUMN "new_email" text;--> statement-breakpoint
ALTER TABLE "identity"."verification" ADD COLUMN "new_email_key" text;--> statement-breakpoint
ALTER TABLE "identity"."bulk_action" ADD CONSTRAINT "bulk_action_account" FOREIGN KEY ("account_id") REFERENCES "identity"."account"("account_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."bulk_action_row" ADD CONSTRAINT "bulk_action_row_action" FOREIGN KEY ("account_id","bulk_action_id") REFERENCES "identity"."bulk_action"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."contact_merge" ADD CONSTRAINT "contact_merge_survivor" FOREIGN KEY ("account_id","survivor_id") REFERENCES "identity"."contact"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."contact_merge" ADD CONSTRAINT "contact_merge_duplicate" FOREIGN KEY ("account_id","duplicate_id") REFERENCES "identity"."contact"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bulk_action_row_pending" ON "identity"."bulk_action_row" USING btree ("account_id","bulk_action_id","position") WHERE "identity"."bulk_action_row"."outcome" = 'pending';--> statement-breakpoint
CREATE UNIQUE INDEX "contact_merge_once" ON "identity"."contact_merge" USING btree ("account_id","duplicate_id") WHERE "identity"."contact_merge"."undone_at" is null;--> statement-breakpoint
CREATE INDEX "contact_merge_by_survivor" ON "identity"."contact_merge" USING btree ("account_id","survivor_id");--> statement-breakpoint
ALTER TABLE "identity"."contact" ADD CONSTRAINT "contact_merged_into" FOREIGN KEY ("account_id","merged_into") REFERENCES "identity"."contact"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contact_by_merged_into" ON "identity"."contact" USING btree ("account_id","merged_into") WHERE "identity"."contact"."merged_into" is not null;--> statement-breakpoint
CREATE INDEX "contact_key_by_holder" ON "identity"."contact_key" USING btree ("account_id","held_for") WHERE "identity"."contact_key"."held_for" is not null;--> statement-breakpoint
CREATE INDEX "verification_by_new_email" ON "identity"."verification" USING btree ("account_id","new_email_key") WHERE "identity"."verification"."new_email_key" is not null;--> statement-breakpoint
ALTER TABLE "identity"."contact" ADD CONSTRAINT "contact_merged_is_archived" CHECK ("identity"."contact"."merged_into" is null or "identity"."contact"."status" in ('archived', 'erasing', 'erased'));
--> statement-breakpoint
alter table identity.verification
  alter column new_email set statistics 0,
  alter column new_email_key set statistics 0;
--> statement-breakpoint
create or replace view identity.published_contact with (security_invoker = true) as
select c.account_id, c.id, c.status, c.restricted_at,
  array(
    select gc.group_id from identity.group_contact gc
    where gc.account_id = c.account_id and gc.contact_id = c.id
    order by gc.group_id) as group_ids,
  c.merged_into
from identity.contact c;
--> statement-breakpoint
grant select (merged_into) on identity.contact to studio_media, studio_compliance, studio_studio_configuration;
