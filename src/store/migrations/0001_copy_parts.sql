ALTER TABLE "copies" ADD COLUMN "spare" integer;--> statement-breakpoint
ALTER TABLE "copies" ADD COLUMN "tag" text;--> statement-breakpoint
ALTER TABLE "copies" ADD COLUMN "as_of" timestamptz;