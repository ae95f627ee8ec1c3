CREATE TABLE "chores" (
	"name" text PRIMARY KEY NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"requested_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" text PRIMARY KEY NOT NULL,
	"event" text NOT NULL,
	"action" text,
	"payload" jsonb,
	"received_at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"handed_at" timestamp with time zone,
	"outcome" text,
	"settled_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "publications" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "publications_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"run_id" bigint NOT NULL,
	"what" text NOT NULL,
	"outcome" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pull_requests" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "pull_requests_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"installation" bigint NOT NULL,
	"repository_id" bigint NOT NULL,
	"owner" text NOT NULL,
	"repo" text NOT NULL,
	"number" integer NOT NULL,
	"learner_id" bigint NOT NULL,
	"learner_login" text NOT NULL,
	"project" text NOT NULL,
	"head_sha" text NOT NULL,
	"head_owner" text,
	"head_repo" text,
	"draft" boolean NOT NULL,
	"open" boolean NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"pen_token" text,
	"pen_until" timestamp with time zone,
	CONSTRAINT "pull_requests_number" UNIQUE("repository_id","number")
);
--> statement-breakpoint
CREATE TABLE "runs" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "runs_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"pull_request_id" bigint NOT NULL,
	"submission_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"cause" text NOT NULL,
	"delivery_id" text,
	"phase" text DEFAULT 'queued' NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"publish_tries" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"handed_at" timestamp with time zone,
	"announced_at" timestamp with time zone,
	"lease_token" text,
	"lease_expires_at" timestamp with time zone,
	"outcome" text,
	"marking" jsonb,
	"problem" jsonb,
	"queued_at" timestamp with time zone NOT NULL,
	"started_at" timestamp with time zone,
	"concluded_at" timestamp with time zone,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "submissions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "submissions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"pull_request_id" bigint NOT NULL,
	"head_sha" text NOT NULL,
	"head_owner" text NOT NULL,
	"head_repo" text NOT NULL,
	"first_seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "submissions_commit" UNIQUE("pull_request_id","head_sha")
);
--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_pull_request_id_pull_requests_id_fk" FOREIGN KEY ("pull_request_id") REFERENCES "public"."pull_requests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_pull_request_id_pull_requests_id_fk" FOREIGN KEY ("pull_request_id") REFERENCES "public"."pull_requests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deliveries_waiting" ON "deliveries" USING btree ("due_at") WHERE "deliveries"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "deliveries_received" ON "deliveries" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "publications_run" ON "publications" USING btree ("run_id");--> statement-breakpoint
CREATE INDEX "pull_requests_head" ON "pull_requests" USING btree ("repository_id","head_sha");--> statement-breakpoint
CREATE INDEX "pull_requests_learner" ON "pull_requests" USING btree ("learner_id");--> statement-breakpoint
CREATE UNIQUE INDEX "runs_one_active" ON "runs" USING btree ("pull_request_id") WHERE "runs"."phase" in ('queued', 'running', 'publishing');--> statement-breakpoint
CREATE INDEX "runs_pull_request" ON "runs" USING btree ("pull_request_id");--> statement-breakpoint
CREATE INDEX "runs_submission" ON "runs" USING btree ("submission_id");--> statement-breakpoint
CREATE INDEX "runs_ended" ON "runs" USING btree ("ended_at");