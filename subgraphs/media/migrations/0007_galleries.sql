CREATE TABLE "media"."gallery" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"studio_id" uuid NOT NULL,
	"name" text NOT NULL,
	"whole_studio" boolean NOT NULL,
	"link_digest" "bytea" NOT NULL,
	"pin_digest" "bytea",
	"expires_at" timestamp (3) with time zone NOT NULL,
	"locked_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "gallery_account_id_id_pk" PRIMARY KEY("account_id","id"),
	CONSTRAINT "gallery_link" UNIQUE("account_id","link_digest")
);
--> statement-breakpoint
CREATE TABLE "media"."gallery_attempt" (
	"account_id" uuid NOT NULL,
	"gallery_id" uuid NOT NULL,
	"address" text NOT NULL,
	"attempts" integer NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "gallery_attempt_account_id_gallery_id_address_pk" PRIMARY KEY("account_id","gallery_id","address")
);
--> statement-breakpoint
CREATE TABLE "media"."gallery_item" (
	"account_id" uuid NOT NULL,
	"gallery_id" uuid NOT NULL,
	"submission_id" uuid NOT NULL,
	CONSTRAINT "gallery_item_account_id_gallery_id_submission_id_pk" PRIMARY KEY("account_id","gallery_id","submission_id")
);
--> statement-breakpoint
ALTER TABLE "media"."gallery_attempt" ADD CONSTRAINT "gallery_attempt_account_id_gallery_id_gallery_account_id_id_fk" FOREIGN KEY ("account_id","gallery_id") REFERENCES "media"."gallery"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media"."gallery_item" ADD CONSTRAINT "gallery_item_account_id_gallery_id_gallery_account_id_id_fk" FOREIGN KEY ("account_id","gallery_id") REFERENCES "media"."gallery"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media"."gallery_item" ADD CONSTRAINT "gallery_item_account_id_submission_id_submission_account_id_id_fk" FOREIGN KEY ("account_id","submission_id") REFERENCES "media"."submission"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "gallery_newest" ON "media"."gallery" USING btree ("account_id","created_at","id");