CREATE TABLE "appeals" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "appeals_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"pull_request_id" bigint NOT NULL,
	"given" text NOT NULL,
	"why" text,
	"at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "appeals_given_unique" UNIQUE("given")
);
--> statement-breakpoint
CREATE TABLE "claims" (
	"pull_request_id" bigint PRIMARY KEY NOT NULL,
	"by_id" bigint NOT NULL,
	"by_login" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "leaves" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "leaves_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" bigint NOT NULL,
	"from" text NOT NULL,
	"to" text NOT NULL,
	"given" text NOT NULL,
	"by_id" bigint NOT NULL,
	"by_login" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "leaves_given_unique" UNIQUE("given")
);
--> statement-breakpoint
CREATE TABLE "pairings" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "pairings_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"submission_id" bigint NOT NULL,
	"volunteer_id" bigint NOT NULL,
	"volunteer_login" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "pairings_one" UNIQUE("submission_id","volunteer_id")
);
--> statement-breakpoint
CREATE TABLE "second_looks" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "second_looks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"sign_off_id" bigint NOT NULL,
	"by_id" bigint NOT NULL,
	"by_login" text NOT NULL,
	"says" text NOT NULL,
	"why" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "second_looks_signOffId_unique" UNIQUE("sign_off_id")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sessions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"learner_id" bigint NOT NULL,
	"project" text NOT NULL,
	"given" text NOT NULL,
	"by_id" bigint NOT NULL,
	"by_login" text NOT NULL,
	"minutes" integer NOT NULL,
	"about" text NOT NULL,
	"criterion" text,
	"over_cap" boolean NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "sessions_given_unique" UNIQUE("given")
);
--> statement-breakpoint
CREATE TABLE "snoozes" (
	"pull_request_id" bigint PRIMARY KEY NOT NULL,
	"by_id" bigint NOT NULL,
	"by_login" text NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"why" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "unit_requests" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "unit_requests_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"learner_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"unit" text NOT NULL,
	"project" text NOT NULL,
	"given" text NOT NULL,
	"by_id" bigint NOT NULL,
	"by_login" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "unit_requests_given_unique" UNIQUE("given")
);
--> statement-breakpoint
CREATE TABLE "usefulness" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "usefulness_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"pull_request_id" bigint NOT NULL,
	"given" text NOT NULL,
	"by_id" bigint NOT NULL,
	"by_login" text NOT NULL,
	"useful" boolean NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "usefulness_given_unique" UNIQUE("given")
);
--> statement-breakpoint
ALTER TABLE "sign_offs" ADD COLUMN "claimed" text;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_pull_request_id_pull_requests_id_fk" FOREIGN KEY ("pull_request_id") REFERENCES "public"."pull_requests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_pull_request_id_pull_requests_id_fk" FOREIGN KEY ("pull_request_id") REFERENCES "public"."pull_requests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairings" ADD CONSTRAINT "pairings_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_looks" ADD CONSTRAINT "second_looks_sign_off_id_sign_offs_id_fk" FOREIGN KEY ("sign_off_id") REFERENCES "public"."sign_offs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snoozes" ADD CONSTRAINT "snoozes_pull_request_id_pull_requests_id_fk" FOREIGN KEY ("pull_request_id") REFERENCES "public"."pull_requests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "usefulness" ADD CONSTRAINT "usefulness_pull_request_id_pull_requests_id_fk" FOREIGN KEY ("pull_request_id") REFERENCES "public"."pull_requests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "appeals_one_open" ON "appeals" USING btree ("pull_request_id") WHERE "appeals"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "appeals_pull_request" ON "appeals" USING btree ("pull_request_id");--> statement-breakpoint
CREATE INDEX "leaves_person" ON "leaves" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sessions_learner" ON "sessions" USING btree ("learner_id","at");--> statement-breakpoint
CREATE INDEX "unit_requests_learner" ON "unit_requests" USING btree ("learner_id");--> statement-breakpoint
CREATE INDEX "usefulness_pull_request" ON "usefulness" USING btree ("pull_request_id");