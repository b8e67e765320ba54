CREATE TABLE "compliance"."data_subject_request" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"contact_id" uuid,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"origin" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"statement" "bytea",
	"claimant" "bytea",
	"claimant_index" "bytea",
	"decided_at" timestamp with time zone,
	"denial_ground" text,
	"explanation" "bytea",
	CONSTRAINT "data_subject_request_account_id_id_pk" PRIMARY KEY("account_id","id"),
	CONSTRAINT "data_subject_request_kind" CHECK ("compliance"."data_subject_request"."kind" in ('access', 'rectification', 'erasure', 'restriction', 'portability', 'objection')),
	CONSTRAINT "data_subject_request_status" CHECK ("compliance"."data_subject_request"."status" in ('identity_unverified', 'pending_review', 'approved', 'denied', 'withdrawn')),
	CONSTRAINT "data_subject_request_origin" CHECK ("compliance"."data_subject_request"."origin" in ('contact', 'account', 'form')),
	CONSTRAINT "data_subject_request_ground" CHECK (("compliance"."data_subject_request"."status" = 'denied') = ("compliance"."data_subject_request"."denial_ground" is not null)),
	CONSTRAINT "data_subject_request_identity" CHECK ("compliance"."data_subject_request"."contact_id" is not null or "compliance"."data_subject_request"."status" in ('identity_unverified', 'denied'))
);
--> statement-breakpoint
CREATE TABLE "compliance"."data_subject_request_count" (
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"count" bigint NOT NULL,
	CONSTRAINT "data_subject_request_count_kind_status_pk" PRIMARY KEY("kind","status")
);
--> statement-breakpoint
CREATE TABLE "compliance"."data_subject_request_step" (
	"account_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"place" smallint NOT NULL,
	"step" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	CONSTRAINT "data_subject_request_step_account_id_request_id_place_pk" PRIMARY KEY("account_id","request_id","place"),
	CONSTRAINT "data_subject_request_step_step" CHECK ("compliance"."data_subject_request_step"."step" in ('received', 'identity_unverified', 'pending_review', 'approved', 'denied', 'withdrawn'))
);
--> statement-breakpoint
ALTER TABLE "compliance"."data_subject_request_step" ADD CONSTRAINT "data_subject_request_step_request" FOREIGN KEY ("account_id","request_id") REFERENCES "compliance"."data_subject_request"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "data_subject_request_by_contact" ON "compliance"."data_subject_request" USING btree ("account_id","contact_id","received_at","id");--> statement-breakpoint
CREATE INDEX "data_subject_request_due" ON "compliance"."data_subject_request" USING btree ("account_id","due_at","id");--> statement-breakpoint
CREATE INDEX "data_subject_request_received" ON "compliance"."data_subject_request" USING btree ("account_id","received_at");--> statement-breakpoint
CREATE UNIQUE INDEX "data_subject_request_open_once" ON "compliance"."data_subject_request" USING btree ("account_id","contact_id","kind") WHERE "compliance"."data_subject_request"."status" = 'pending_review';--> statement-breakpoint
CREATE UNIQUE INDEX "data_subject_request_unverified_once" ON "compliance"."data_subject_request" USING btree ("account_id","claimant_index","kind") WHERE "compliance"."data_subject_request"."status" = 'identity_unverified';--> statement-breakpoint
CREATE UNIQUE INDEX "audit_event_by_id" ON "compliance"."audit_event" USING btree ("account_id","id");--> statement-breakpoint
CREATE INDEX "audit_event_by_subject" ON "compliance"."audit_event" USING btree ("account_id","subject_id","position");--> statement-breakpoint
CREATE INDEX "audit_event_by_actor" ON "compliance"."audit_event" USING btree ("account_id","actor_id","position");--> statement-breakpoint
CREATE INDEX "audit_event_by_time" ON "compliance"."audit_event" USING btree ("account_id","at");