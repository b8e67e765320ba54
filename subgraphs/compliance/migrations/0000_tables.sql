CREATE TABLE "compliance"."audit_event" (
	"account_id" uuid NOT NULL,
	"position" bigint NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text,
	"action" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"reason" text,
	"request_id" text,
	"fields" jsonb NOT NULL,
	"digest" "bytea" NOT NULL,
	CONSTRAINT "audit_event_account_id_position_pk" PRIMARY KEY("account_id","position"),
	CONSTRAINT "audit_event_actor_kind" CHECK ("compliance"."audit_event"."actor_kind" in ('anonymous', 'contact', 'member', 'api_client', 'staff', 'system')),
	CONSTRAINT "audit_event_fields" CHECK (jsonb_typeof("compliance"."audit_event"."fields") = 'array')
);
--> statement-breakpoint
CREATE TABLE "compliance"."audit_head" (
	"account_id" uuid NOT NULL,
	"position" bigint NOT NULL,
	"digest" "bytea" NOT NULL,
	CONSTRAINT "audit_head_account_id_pk" PRIMARY KEY("account_id")
);
--> statement-breakpoint
CREATE TABLE "compliance"."consent" (
	"account_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"state" text NOT NULL,
	"studio_id" uuid NOT NULL,
	"text_version" integer NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "consent_account_id_contact_id_purpose_pk" PRIMARY KEY("account_id","contact_id","purpose"),
	CONSTRAINT "consent_state" CHECK ("compliance"."consent"."state" in ('given', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "compliance"."consent_change" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"state" text NOT NULL,
	"studio_id" uuid NOT NULL,
	"text_version" integer NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "consent_change_account_id_id_pk" PRIMARY KEY("account_id","id"),
	CONSTRAINT "consent_change_state" CHECK ("compliance"."consent_change"."state" in ('given', 'withdrawn'))
);
--> statement-breakpoint
CREATE INDEX "consent_change_by_contact" ON "compliance"."consent_change" USING btree ("account_id","contact_id","changed_at");