CREATE SEQUENCE "public"."copy_generation" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "copies" (
	"source" text NOT NULL,
	"scope" text NOT NULL,
	"generation" integer,
	"rows" integer DEFAULT 0 NOT NULL,
	"loaded_at" timestamptz,
	"lease_until" timestamptz,
	CONSTRAINT "copies_source_scope_pk" PRIMARY KEY("source","scope")
);
--> statement-breakpoint
CREATE TABLE "copy_keys" (
	"generation" integer NOT NULL,
	"key" "bytea" NOT NULL,
	"row" integer NOT NULL,
	CONSTRAINT "copy_keys_generation_key_row_pk" PRIMARY KEY("generation","key","row")
);
--> statement-breakpoint
CREATE TABLE "copy_rows" (
	"generation" integer NOT NULL,
	"row" integer NOT NULL,
	"body" "bytea" NOT NULL,
	CONSTRAINT "copy_rows_generation_row_pk" PRIMARY KEY("generation","row")
);
--> statement-breakpoint
CREATE TABLE "idempotency" (
	"id" "bytea" PRIMARY KEY NOT NULL,
	"body_hash" "bytea" NOT NULL,
	"lease_until" timestamptz NOT NULL,
	"created_at" timestamptz NOT NULL,
	"status" integer,
	"answer" "bytea",
	"portfolio_id" text,
	"version" integer
);
--> statement-breakpoint
CREATE TABLE "inbox_messages" (
	"source" text NOT NULL,
	"message_id" text NOT NULL,
	"correlation_id" text,
	"message_type" text NOT NULL,
	"message_date" text,
	"body" "bytea" NOT NULL,
	"received_at" timestamptz NOT NULL,
	"acknowledged_at" timestamptz,
	"applied_at" timestamptz,
	CONSTRAINT "inbox_messages_source_message_id_pk" PRIMARY KEY("source","message_id")
);
--> statement-breakpoint
CREATE TABLE "inbox_requests" (
	"source" text NOT NULL,
	"correlation_id" text NOT NULL,
	"portfolio_id" text NOT NULL,
	"open" boolean NOT NULL,
	"sent_at" timestamptz NOT NULL,
	CONSTRAINT "inbox_requests_source_correlation_id_pk" PRIMARY KEY("source","correlation_id")
);
--> statement-breakpoint
CREATE TABLE "portfolios" (
	"id" text PRIMARY KEY NOT NULL,
	"key_index" "bytea" NOT NULL,
	"person_index" "bytea" NOT NULL,
	"organisation_bin" text NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"request" "bytea",
	"held" "bytea",
	"created_at" timestamptz NOT NULL,
	"updated_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "versions" (
	"portfolio_id" text NOT NULL,
	"version" integer NOT NULL,
	"cause" text NOT NULL,
	"at" timestamptz NOT NULL,
	"etag" text NOT NULL,
	"content_hash" text NOT NULL,
	"body" "bytea" NOT NULL,
	CONSTRAINT "versions_portfolio_id_version_pk" PRIMARY KEY("portfolio_id","version")
);
--> statement-breakpoint
ALTER TABLE "versions" ADD CONSTRAINT "versions_portfolio_id_portfolios_id_fk" FOREIGN KEY ("portfolio_id") REFERENCES "public"."portfolios"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "idempotency_created" ON "idempotency" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "inbox_messages_correlation" ON "inbox_messages" USING btree ("source","correlation_id");--> statement-breakpoint
CREATE INDEX "inbox_messages_unapplied" ON "inbox_messages" USING btree ("source","received_at") WHERE applied_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "inbox_requests_open" ON "inbox_requests" USING btree ("source","portfolio_id") WHERE open;--> statement-breakpoint
CREATE INDEX "inbox_requests_newest" ON "inbox_requests" USING btree ("source","portfolio_id","sent_at");--> statement-breakpoint
CREATE UNIQUE INDEX "portfolios_key" ON "portfolios" USING btree ("key_index");