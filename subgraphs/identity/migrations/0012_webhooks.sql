CREATE TABLE "identity"."webhook_attempt" (
	"account_id" uuid NOT NULL,
	"delivery_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"duration_ms" integer NOT NULL,
	"status" integer,
	"error" text,
	"excerpt" text,
	CONSTRAINT "webhook_attempt_account_id_delivery_id_number_pk" PRIMARY KEY("account_id","delivery_id","number")
);
--> statement-breakpoint
CREATE TABLE "identity"."webhook_delivery" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"endpoint_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"event_type" text NOT NULL,
	"event_ids" jsonb NOT NULL,
	"position" bigint,
	"day" text,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"thread" text NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "webhook_delivery_account_id_id_pk" PRIMARY KEY("account_id","id"),
	CONSTRAINT "webhook_delivery_status" CHECK ("identity"."webhook_delivery"."status" in ('pending', 'delivered', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "identity"."webhook_endpoint" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"url" text NOT NULL,
	"description" text NOT NULL,
	"event_types" text[],
	"payload_query" text,
	"scopes" text[] NOT NULL,
	"field_grants" uuid[] NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"disabled_reason" text,
	"secret_sealed" "bytea" NOT NULL,
	"previous_secret_sealed" "bytea",
	"previous_secret_until" timestamp (3) with time zone,
	"signing_key_sealed" "bytea" NOT NULL,
	"public_key" text NOT NULL,
	"position" bigint NOT NULL,
	"day" date NOT NULL,
	"failing_since" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "webhook_endpoint_account_id_id_pk" PRIMARY KEY("account_id","id"),
	CONSTRAINT "webhook_endpoint_status" CHECK ("identity"."webhook_endpoint"."status" in ('active', 'paused', 'disabled'))
);
--> statement-breakpoint
CREATE TABLE "identity"."webhook_turn" (
	"account_id" uuid NOT NULL,
	"endpoint_id" uuid NOT NULL,
	"next_at" timestamp (3) with time zone,
	"claimed_until" timestamp (3) with time zone,
	CONSTRAINT "webhook_turn_account_id_endpoint_id_pk" PRIMARY KEY("account_id","endpoint_id")
);
--> statement-breakpoint
ALTER TABLE "identity"."webhook_attempt" ADD CONSTRAINT "webhook_attempt_delivery" FOREIGN KEY ("account_id","delivery_id") REFERENCES "identity"."webhook_delivery"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."webhook_delivery" ADD CONSTRAINT "webhook_delivery_endpoint" FOREIGN KEY ("account_id","endpoint_id") REFERENCES "identity"."webhook_endpoint"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."webhook_endpoint" ADD CONSTRAINT "webhook_endpoint_account" FOREIGN KEY ("account_id") REFERENCES "identity"."account"("account_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."webhook_turn" ADD CONSTRAINT "webhook_turn_endpoint" FOREIGN KEY ("account_id","endpoint_id") REFERENCES "identity"."webhook_endpoint"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "webhook_delivery_once" ON "identity"."webhook_delivery" USING btree ("account_id","endpoint_id","event_id");--> statement-breakpoint
CREATE INDEX "webhook_delivery_waiting" ON "identity"."webhook_delivery" USING btree ("account_id","endpoint_id","thread","position","id") WHERE "identity"."webhook_delivery"."status" = 'pending';--> statement-breakpoint
CREATE INDEX "webhook_delivery_log" ON "identity"."webhook_delivery" USING btree ("account_id","endpoint_id","created_at","id");--> statement-breakpoint
CREATE INDEX "webhook_endpoint_created" ON "identity"."webhook_endpoint" USING btree ("account_id","created_at","id");--> statement-breakpoint
CREATE INDEX "webhook_turn_next" ON "identity"."webhook_turn" USING btree ("next_at");--> statement-breakpoint
-- Whoever sends looks for what is due before an account is known: ids and instants only.
comment on table identity.webhook_turn is 'directory: which webhook endpoint is looked after next';
--> statement-breakpoint
grant select, insert, update, delete on identity.webhook_turn to studio_identity;
