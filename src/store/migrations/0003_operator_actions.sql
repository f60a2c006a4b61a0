CREATE TABLE "operator_actions" (
	"number" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "operator_actions_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"id" text NOT NULL,
	"source" text NOT NULL,
	"kind" text NOT NULL,
	"ends_at" timestamptz,
	"action" "bytea" NOT NULL,
	"at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "operator_actions_id" ON "operator_actions" USING btree ("id");--> statement-breakpoint
CREATE INDEX "operator_actions_newest" ON "operator_actions" USING btree ("source","kind","number");