CREATE TABLE "identity"."saved_view" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"filter" jsonb,
	"search" text,
	"order_by" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_by" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "saved_view_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
ALTER TABLE "identity"."contact_field" ADD COLUMN "index_slot" text;--> statement-breakpoint
ALTER TABLE "identity"."saved_view" ADD CONSTRAINT "saved_view_account" FOREIGN KEY ("account_id") REFERENCES "identity"."account"("account_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "saved_view_name_once" ON "identity"."saved_view" USING btree ("account_id",lower("name"));--> statement-breakpoint
CREATE INDEX "contact_updated" ON "identity"."contact" USING btree ("account_id","updated_at","created_at","id");--> statement-breakpoint
CREATE INDEX "contact_by_name" ON "identity"."contact" USING btree ("account_id","last_name","first_name","created_at","id");--> statement-breakpoint
CREATE INDEX "contact_by_first_name" ON "identity"."contact" USING btree ("account_id","first_name","created_at","id");--> statement-breakpoint
CREATE INDEX "contact_by_status" ON "identity"."contact" USING btree ("account_id","status","created_at","id");