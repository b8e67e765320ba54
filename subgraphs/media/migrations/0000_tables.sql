CREATE SCHEMA IF NOT EXISTS "media";
--> statement-breakpoint
CREATE TYPE "media"."photo_status" AS ENUM('uploading', 'processing', 'ready', 'failed', 'purged');--> statement-breakpoint
CREATE TYPE "media"."submission_status" AS ENUM('draft', 'in_review', 'submitted', 'awaiting_admin', 'accepted', 'rejected', 'withdrawn', 'purged');--> statement-breakpoint
CREATE TABLE "media"."derivative" (
	"account_id" uuid NOT NULL,
	"photo_id" uuid NOT NULL,
	"recipe_hash" text NOT NULL,
	"digest" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"bytes" integer NOT NULL,
	"content_type" text NOT NULL,
	"object_key" text NOT NULL,
	"remover_version" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "derivative_account_id_photo_id_recipe_hash_pk" PRIMARY KEY("account_id","photo_id","recipe_hash")
);
--> statement-breakpoint
CREATE TABLE "media"."photo" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"studio_id" uuid NOT NULL,
	"status" "media"."photo_status" NOT NULL,
	"upload_expires_at" timestamp (3) with time zone NOT NULL,
	"format" text,
	"width" integer,
	"height" integer,
	"bytes" integer,
	"original_digest" text,
	"object_key" text,
	"recipe_hash" text,
	"failure_code" text,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "photo_account_id_id_pk" PRIMARY KEY("account_id","id"),
	CONSTRAINT "photo_original_known" CHECK (status not in ('processing', 'ready') or (object_key is not null and original_digest is not null)),
	CONSTRAINT "photo_edited_when_ready" CHECK (status <> 'ready' or recipe_hash is not null),
	CONSTRAINT "photo_failed_for_a_reason" CHECK (status <> 'failed' or failure_code is not null)
);
--> statement-breakpoint
CREATE TABLE "media"."submission" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"studio_id" uuid NOT NULL,
	"photo_id" uuid NOT NULL,
	"status" "media"."submission_status" NOT NULL,
	"reviewed_digest" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"submitted_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "submission_account_id_id_pk" PRIMARY KEY("account_id","id"),
	CONSTRAINT "submission_reviewed" CHECK (status in ('draft', 'in_review', 'withdrawn', 'purged') or (reviewed_digest is not null and submitted_at is not null))
);
--> statement-breakpoint
ALTER TABLE "media"."derivative" ADD CONSTRAINT "derivative_account_id_photo_id_photo_account_id_id_fk" FOREIGN KEY ("account_id","photo_id") REFERENCES "media"."photo"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media"."submission" ADD CONSTRAINT "submission_account_id_photo_id_photo_account_id_id_fk" FOREIGN KEY ("account_id","photo_id") REFERENCES "media"."photo"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "photo_by_contact" ON "media"."photo" USING btree ("account_id","contact_id");--> statement-breakpoint
CREATE UNIQUE INDEX "submission_by_photo" ON "media"."submission" USING btree ("account_id","photo_id");--> statement-breakpoint
CREATE INDEX "submission_by_contact" ON "media"."submission" USING btree ("account_id","contact_id","created_at","id");--> statement-breakpoint
CREATE INDEX "submission_newest" ON "media"."submission" USING btree ("account_id","created_at","id");