CREATE TABLE "identity"."member_invitation" (
	"account_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"token_sealed" "bytea",
	"invited_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	CONSTRAINT "member_invitation_account_id_member_id_pk" PRIMARY KEY("account_id","member_id"),
	CONSTRAINT "member_invitation_id_once" UNIQUE("account_id","id"),
	CONSTRAINT "member_invitation_token_once" UNIQUE("account_id","token_hash")
);
--> statement-breakpoint
ALTER TABLE "identity"."support_grant" ALTER COLUMN "granted_by" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "identity"."support_grant" ALTER COLUMN "expires_at" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "identity"."account" ADD COLUMN "default_locale" text DEFAULT 'en' NOT NULL;--> statement-breakpoint
ALTER TABLE "identity"."account" ADD COLUMN "region" text DEFAULT 'eu' NOT NULL;--> statement-breakpoint
ALTER TABLE "identity"."account" ADD COLUMN "policies" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "identity"."account" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "identity"."account" ADD COLUMN "closing_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "identity"."account" ADD COLUMN "reopenable_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "identity"."account" ADD COLUMN "erased_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "identity"."contact_group" ADD COLUMN "archived_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "identity"."support_grant" ADD COLUMN "granted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "identity"."support_grant" ADD COLUMN "denied_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "identity"."member_invitation" ADD CONSTRAINT "member_invitation_member" FOREIGN KEY ("account_id","member_id") REFERENCES "identity"."member"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "contact_group_name_once" ON "identity"."contact_group" USING btree ("account_id",lower("name")) WHERE "identity"."contact_group"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "contact_group_created" ON "identity"."contact_group" USING btree ("account_id","created_at","id");--> statement-breakpoint
CREATE INDEX "member_created" ON "identity"."member" USING btree ("account_id","created_at","id");--> statement-breakpoint
CREATE INDEX "support_grant_created" ON "identity"."support_grant" USING btree ("account_id","created_at","id");--> statement-breakpoint
ALTER TABLE "identity"."account" ADD CONSTRAINT "account_locale" CHECK ("identity"."account"."default_locale" in ('en', 'de', 'fr', 'es'));--> statement-breakpoint
ALTER TABLE "identity"."account" ADD CONSTRAINT "account_region" CHECK ("identity"."account"."region" in ('eu', 'us'));