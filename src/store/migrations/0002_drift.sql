CREATE TABLE "source_shapes" (
	"source" text PRIMARY KEY NOT NULL,
	"revision" integer NOT NULL,
	"shape" "bytea" NOT NULL,
	"updated_at" timestamptz NOT NULL
);
