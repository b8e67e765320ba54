CREATE TABLE "identity"."invitation" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"studio_id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"token_sealed" "bytea",
	"issues" integer DEFAULT 1 NOT NULL,
	"invited_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"issued_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"opened_at" timestamp (3) with time zone,
	"accepted_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "invitation_account_id_id_pk" PRIMARY KEY("account_id","id"),
	CONSTRAINT "invitation_token_once" UNIQUE("account_id","token_hash")
);
--> statement-breakpoint
ALTER TABLE "identity"."bulk_action" ADD COLUMN "studio_id" uuid;--> statement-breakpoint
ALTER TABLE "identity"."bulk_action" ADD COLUMN "field_id" uuid;--> statement-breakpoint
ALTER TABLE "identity"."bulk_action" ADD COLUMN "option_id" text;--> statement-breakpoint
ALTER TABLE "identity"."invitation" ADD CONSTRAINT "invitation_contact" FOREIGN KEY ("account_id","contact_id") REFERENCES "identity"."contact"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invitation_by_contact" ON "identity"."invitation" USING btree ("account_id","contact_id","created_at","id");--> statement-breakpoint
ALTER TABLE "identity"."bulk_action" ADD CONSTRAINT "bulk_action_studio" CHECK (("identity"."bulk_action"."studio_id" is not null) = ("identity"."bulk_action"."kind" = 'invite'));--> statement-breakpoint
ALTER TABLE "identity"."bulk_action" ADD CONSTRAINT "bulk_action_field" CHECK (("identity"."bulk_action"."field_id" is not null) = ("identity"."bulk_action"."kind" in ('add_option', 'remove_option')));--> statement-breakpoint
ALTER TABLE "identity"."bulk_action" ADD CONSTRAINT "bulk_action_option" CHECK (("identity"."bulk_action"."option_id" is not null) = ("identity"."bulk_action"."field_id" is not null));