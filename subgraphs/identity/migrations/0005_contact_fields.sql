CREATE TABLE "identity"."field_appeal" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"digest" "bytea" NOT NULL,
	"definition" jsonb NOT NULL,
	"categories" jsonb NOT NULL,
	"attestation" text NOT NULL,
	"filed_by" uuid NOT NULL,
	"filed_at" timestamp (3) with time zone NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"reviewed_by" text,
	"reviewed_at" timestamp (3) with time zone,
	"reason" text,
	CONSTRAINT "field_appeal_account_id_id_pk" PRIMARY KEY("account_id","id"),
	CONSTRAINT "field_appeal_state" CHECK ("identity"."field_appeal"."state" in ('pending', 'approved', 'denied')),
	CONSTRAINT "field_appeal_reviewed" CHECK (("identity"."field_appeal"."state" = 'pending') = ("identity"."field_appeal"."reviewed_by" is null))
);
--> statement-breakpoint
CREATE TABLE "identity"."contact_field_run" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"field_id" uuid NOT NULL,
	"target_field_id" uuid,
	"state" text DEFAULT 'running' NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"skipped" integer DEFAULT 0 NOT NULL,
	"last_contact_id" uuid,
	"started_at" timestamp (3) with time zone NOT NULL,
	"completed_at" timestamp (3) with time zone,
	CONSTRAINT "contact_field_run_account_id_id_pk" PRIMARY KEY("account_id","id"),
	CONSTRAINT "contact_field_run_kind" CHECK ("identity"."contact_field_run"."kind" in ('move', 'migrate', 'destroy')),
	CONSTRAINT "contact_field_run_target" CHECK (("identity"."contact_field_run"."kind" = 'migrate') = ("identity"."contact_field_run"."target_field_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "identity"."open_appeal" (
	"account_id" uuid NOT NULL,
	"appeal_id" uuid NOT NULL,
	"filed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "open_appeal_account_id_appeal_id_pk" PRIMARY KEY("account_id","appeal_id")
);
--> statement-breakpoint
ALTER TABLE "identity"."contact_field" DROP CONSTRAINT "contact_field_key_once";--> statement-breakpoint
ALTER TABLE "identity"."contact_field" ADD COLUMN "default_locale" text DEFAULT 'en' NOT NULL;--> statement-breakpoint
ALTER TABLE "identity"."contact_field" ADD COLUMN "help" text;--> statement-breakpoint
ALTER TABLE "identity"."contact_field" ADD COLUMN "translations" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "identity"."contact_field" ADD COLUMN "validation" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "identity"."contact_field" ADD COLUMN "filterable" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "identity"."contact_field" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "identity"."field_appeal" ADD CONSTRAINT "field_appeal_account" FOREIGN KEY ("account_id") REFERENCES "identity"."account"("account_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."contact_field_run" ADD CONSTRAINT "contact_field_run_field" FOREIGN KEY ("account_id","field_id") REFERENCES "identity"."contact_field"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "field_appeal_once" ON "identity"."field_appeal" USING btree ("account_id","digest") WHERE "identity"."field_appeal"."state" <> 'denied';--> statement-breakpoint
CREATE INDEX "contact_field_run_by_field" ON "identity"."contact_field_run" USING btree ("account_id","field_id","started_at");--> statement-breakpoint
CREATE INDEX "open_appeal_oldest" ON "identity"."open_appeal" USING btree ("filed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "contact_field_key_once" ON "identity"."contact_field" USING btree ("account_id","key") WHERE "identity"."contact_field"."state" <> 'deleted';--> statement-breakpoint
ALTER TABLE "identity"."contact_field" ADD CONSTRAINT "contact_field_filterable" CHECK (not "identity"."contact_field"."filterable" or "identity"."contact_field"."sensitivity" in ('L0', 'L1'));--> statement-breakpoint
-- Staff find what waits for them before an account is known: ids only.
comment on table identity.open_appeal is 'directory: which appeals wait for review';
--> statement-breakpoint
grant select, insert, delete on identity.open_appeal to studio_identity;
