CREATE TABLE "rechecks" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "rechecks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"submission_id" bigint NOT NULL,
	"step" integer NOT NULL,
	"state" text NOT NULL,
	"why" text,
	"pull_request_id" bigint,
	"file" text,
	"line" integer,
	"before" text,
	"after" text,
	"begun_at" timestamp with time zone NOT NULL,
	"offered_at" timestamp with time zone,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "rechecks" ADD CONSTRAINT "rechecks_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rechecks" ADD CONSTRAINT "rechecks_pull_request_id_pull_requests_id_fk" FOREIGN KEY ("pull_request_id") REFERENCES "public"."pull_requests"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "rechecks_submission" ON "rechecks" USING btree ("submission_id");--> statement-breakpoint
CREATE UNIQUE INDEX "rechecks_pull_request" ON "rechecks" USING btree ("pull_request_id");--> statement-breakpoint
CREATE UNIQUE INDEX "rechecks_one_at_a_time" ON "rechecks" USING btree ("submission_id") WHERE "rechecks"."ended_at" is null;