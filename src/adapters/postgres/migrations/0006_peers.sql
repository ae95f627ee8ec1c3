CREATE TABLE "peer_requests" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "peer_requests_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"pull_request_id" bigint NOT NULL,
	"round" integer NOT NULL,
	"peer_id" bigint NOT NULL,
	"peer_login" text,
	"state" text NOT NULL,
	"on_github" boolean NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "reviews_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"pull_request_id" bigint NOT NULL,
	"source_id" bigint NOT NULL,
	"by_id" bigint NOT NULL,
	"by_login" text NOT NULL,
	"given_as" text NOT NULL,
	"request_id" bigint,
	"head_sha" text NOT NULL,
	"says" text NOT NULL,
	"words" text,
	"lacks" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "reviews_source" UNIQUE("source_id")
);
--> statement-breakpoint
ALTER TABLE "peer_requests" ADD CONSTRAINT "peer_requests_pull_request_id_pull_requests_id_fk" FOREIGN KEY ("pull_request_id") REFERENCES "public"."pull_requests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_pull_request_id_pull_requests_id_fk" FOREIGN KEY ("pull_request_id") REFERENCES "public"."pull_requests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_request_id_peer_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."peer_requests"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "peer_requests_pull_request" ON "peer_requests" USING btree ("pull_request_id");--> statement-breakpoint
CREATE INDEX "peer_requests_asked" ON "peer_requests" USING btree ("asked_at");--> statement-breakpoint
CREATE INDEX "peer_requests_peer" ON "peer_requests" USING btree ("peer_id");--> statement-breakpoint
CREATE INDEX "reviews_pull_request" ON "reviews" USING btree ("pull_request_id");--> statement-breakpoint
CREATE INDEX "reviews_by" ON "reviews" USING btree ("by_id");