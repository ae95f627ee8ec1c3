CREATE TABLE "kept_masteries" (
	"submission_id" bigint PRIMARY KEY NOT NULL,
	"run_id" bigint NOT NULL,
	"marking" jsonb NOT NULL,
	"kept_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "kept_masteries" ADD CONSTRAINT "kept_masteries_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kept_masteries" ADD CONSTRAINT "kept_masteries_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."runs"("id") ON DELETE cascade ON UPDATE no action;