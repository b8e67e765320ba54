CREATE SCHEMA IF NOT EXISTS "identity";
--> statement-breakpoint
CREATE TABLE "identity"."account" (
	"account_id" uuid NOT NULL,
	"name" text NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "account_account_id_pk" PRIMARY KEY("account_id"),
	CONSTRAINT "account_status" CHECK ("identity"."account"."status" in ('active', 'closing', 'erased'))
);
--> statement-breakpoint
CREATE TABLE "identity"."api_client" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"key_hash" "bytea" NOT NULL,
	"scopes" text[] NOT NULL,
	"field_grants" uuid[] NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "api_client_account_id_id_pk" PRIMARY KEY("account_id","id"),
	CONSTRAINT "api_client_key_once" UNIQUE("account_id","key_hash"),
	CONSTRAINT "api_client_kind" CHECK ("identity"."api_client"."kind" in ('integration', 'hr_sync'))
);
--> statement-breakpoint
CREATE TABLE "identity"."contact" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"external_id" text,
	"first_name" text NOT NULL,
	"last_name" text NOT NULL,
	"email" text,
	"email_key" text,
	"phone_sealed" "bytea",
	"custom" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"sealed_custom" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"status" text NOT NULL,
	"restricted_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "contact_account_id_id_pk" PRIMARY KEY("account_id","id"),
	CONSTRAINT "contact_email_once" UNIQUE("account_id","email_key"),
	CONSTRAINT "contact_external_id_once" UNIQUE("account_id","external_id"),
	CONSTRAINT "contact_status" CHECK ("identity"."contact"."status" in ('invited', 'unverified', 'verified', 'archived', 'erasing', 'erased')),
	CONSTRAINT "contact_email_present" CHECK ("identity"."contact"."email_key" is not null or "identity"."contact"."status" = 'erased')
);
--> statement-breakpoint
CREATE TABLE "identity"."contact_field" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"key" text NOT NULL,
	"label" text NOT NULL,
	"type" text NOT NULL,
	"sensitivity" text NOT NULL,
	"owner" text NOT NULL,
	"purpose" text NOT NULL,
	"options" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"position" integer NOT NULL,
	"pinned" boolean DEFAULT false NOT NULL,
	"state" text DEFAULT 'active' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "contact_field_account_id_id_pk" PRIMARY KEY("account_id","id"),
	CONSTRAINT "contact_field_key_once" UNIQUE("account_id","key"),
	CONSTRAINT "contact_field_key" CHECK ("identity"."contact_field"."key" ~ '^[a-z][a-z0-9_]{1,63}$'),
	CONSTRAINT "contact_field_sensitivity" CHECK ("identity"."contact_field"."sensitivity" in ('L0', 'L1', 'L2', 'L3')),
	CONSTRAINT "contact_field_owner" CHECK ("identity"."contact_field"."owner" in ('hr', 'admin', 'contact')),
	CONSTRAINT "contact_field_state" CHECK ("identity"."contact_field"."state" in ('active', 'deprecated', 'archived', 'deleted'))
);
--> statement-breakpoint
CREATE TABLE "identity"."contact_key" (
	"account_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"wrapped_key" "bytea" NOT NULL,
	CONSTRAINT "contact_key_account_id_contact_id_pk" PRIMARY KEY("account_id","contact_id")
);
--> statement-breakpoint
CREATE TABLE "identity"."contact_group" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "contact_group_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "identity"."group_contact" (
	"account_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	CONSTRAINT "group_contact_account_id_group_id_contact_id_pk" PRIMARY KEY("account_id","group_id","contact_id")
);
--> statement-breakpoint
CREATE TABLE "identity"."hub_membership" (
	"account_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"email_index" "bytea" NOT NULL,
	"issuer" text,
	"subject" text,
	CONSTRAINT "hub_membership_account_id_member_id_pk" PRIMARY KEY("account_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "identity"."member" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_key" text NOT NULL,
	"role" text NOT NULL,
	"status" text DEFAULT 'invited' NOT NULL,
	"issuer" text,
	"subject" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "member_account_id_id_pk" PRIMARY KEY("account_id","id"),
	CONSTRAINT "member_email_once" UNIQUE("account_id","email_key"),
	CONSTRAINT "member_hub_once" UNIQUE("account_id","issuer","subject"),
	CONSTRAINT "member_role" CHECK ("identity"."member"."role" in ('owner', 'admin', 'coordinator', 'privacy_officer')),
	CONSTRAINT "member_status" CHECK ("identity"."member"."status" in ('invited', 'active', 'suspended', 'removed'))
);
--> statement-breakpoint
CREATE TABLE "identity"."member_group" (
	"account_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	CONSTRAINT "member_group_account_id_member_id_group_id_pk" PRIMARY KEY("account_id","member_id","group_id")
);
--> statement-breakpoint
CREATE TABLE "identity"."session" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"contact_id" uuid NOT NULL,
	"studio_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "session_account_id_id_pk" PRIMARY KEY("account_id","id"),
	CONSTRAINT "session_token_once" UNIQUE("account_id","token_hash")
);
--> statement-breakpoint
CREATE TABLE "identity"."support_grant" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"staff_id" text NOT NULL,
	"scopes" text[] NOT NULL,
	"reason" text NOT NULL,
	"granted_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "support_grant_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "identity"."verification" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"studio_id" uuid NOT NULL,
	"code_hash" "bytea" NOT NULL,
	"code_sealed" "bytea",
	"attempts" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "verification_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
ALTER TABLE "identity"."api_client" ADD CONSTRAINT "api_client_account" FOREIGN KEY ("account_id") REFERENCES "identity"."account"("account_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."contact" ADD CONSTRAINT "contact_account" FOREIGN KEY ("account_id") REFERENCES "identity"."account"("account_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."contact_field" ADD CONSTRAINT "contact_field_account" FOREIGN KEY ("account_id") REFERENCES "identity"."account"("account_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."contact_key" ADD CONSTRAINT "contact_key_contact" FOREIGN KEY ("account_id","contact_id") REFERENCES "identity"."contact"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."contact_group" ADD CONSTRAINT "contact_group_account" FOREIGN KEY ("account_id") REFERENCES "identity"."account"("account_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."group_contact" ADD CONSTRAINT "group_contact_group" FOREIGN KEY ("account_id","group_id") REFERENCES "identity"."contact_group"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."group_contact" ADD CONSTRAINT "group_contact_contact" FOREIGN KEY ("account_id","contact_id") REFERENCES "identity"."contact"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."hub_membership" ADD CONSTRAINT "hub_membership_member" FOREIGN KEY ("account_id","member_id") REFERENCES "identity"."member"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."member" ADD CONSTRAINT "member_account" FOREIGN KEY ("account_id") REFERENCES "identity"."account"("account_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."member_group" ADD CONSTRAINT "member_group_member" FOREIGN KEY ("account_id","member_id") REFERENCES "identity"."member"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."member_group" ADD CONSTRAINT "member_group_group" FOREIGN KEY ("account_id","group_id") REFERENCES "identity"."contact_group"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."session" ADD CONSTRAINT "session_contact" FOREIGN KEY ("account_id","contact_id") REFERENCES "identity"."contact"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."support_grant" ADD CONSTRAINT "support_grant_member" FOREIGN KEY ("account_id","granted_by") REFERENCES "identity"."member"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."verification" ADD CONSTRAINT "verification_contact" FOREIGN KEY ("account_id","contact_id") REFERENCES "identity"."contact"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contact_created" ON "identity"."contact" USING btree ("account_id","created_at","id");--> statement-breakpoint
CREATE INDEX "group_contact_by_contact" ON "identity"."group_contact" USING btree ("account_id","contact_id","group_id");--> statement-breakpoint
CREATE INDEX "hub_membership_subject" ON "identity"."hub_membership" USING btree ("issuer","subject");--> statement-breakpoint
CREATE INDEX "hub_membership_email" ON "identity"."hub_membership" USING btree ("email_index");--> statement-breakpoint
CREATE INDEX "member_group_by_group" ON "identity"."member_group" USING btree ("account_id","group_id");--> statement-breakpoint
CREATE INDEX "session_by_contact" ON "identity"."session" USING btree ("account_id","contact_id");--> statement-breakpoint
CREATE INDEX "support_grant_by_staff" ON "identity"."support_grant" USING btree ("account_id","staff_id","expires_at");--> statement-breakpoint
CREATE INDEX "verification_by_contact" ON "identity"."verification" USING btree ("account_id","contact_id","studio_id","created_at","id");