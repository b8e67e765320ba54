CREATE TABLE "studio_configuration"."studio" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"welcome_text" text NOT NULL,
	"status" text NOT NULL,
	"access" text NOT NULL,
	"review_mode" text NOT NULL,
	"coordinators_see_originals" boolean NOT NULL,
	"recipe" jsonb NOT NULL,
	"consent_text" text NOT NULL,
	"consent_text_version" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"published_at" timestamp with time zone,
	"version" integer NOT NULL,
	CONSTRAINT "studio_account_id_id_pk" PRIMARY KEY("account_id","id"),
	CONSTRAINT "studio_status" CHECK ("studio_configuration"."studio"."status" in ('draft', 'published', 'paused', 'archived')),
	CONSTRAINT "studio_access" CHECK ("studio_configuration"."studio"."access" in ('public', 'private')),
	CONSTRAINT "studio_review_mode" CHECK ("studio_configuration"."studio"."review_mode" in ('automatic', 'by_admin')),
	CONSTRAINT "studio_published" CHECK (("studio_configuration"."studio"."status" = 'draft') = ("studio_configuration"."studio"."published_at" is null))
);
--> statement-breakpoint
CREATE TABLE "studio_configuration"."studio_directory" (
	"slug" text PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"studio_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE INDEX "studio_by_creation" ON "studio_configuration"."studio" USING btree ("account_id","created_at","id");--> statement-breakpoint
CREATE INDEX "studio_directory_by_studio" ON "studio_configuration"."studio_directory" USING btree ("account_id","studio_id");