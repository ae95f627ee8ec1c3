CREATE TABLE "reviews_given" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "reviews_given_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"review_id" bigint,
	"by_id" bigint NOT NULL,
	"project" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "reviews_given_reviewId_unique" UNIQUE("review_id")
);
--> statement-breakpoint
ALTER TABLE "reviews_given" ADD CONSTRAINT "reviews_given_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."reviews"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reviews_given_by" ON "reviews_given" USING btree ("by_id");--> statement-breakpoint
INSERT INTO "reviews_given" ("review_id", "by_id", "project", "at")
SELECT "reviews"."id", "reviews"."by_id", "pull_requests"."project", "reviews"."at"
FROM "reviews" JOIN "pull_requests" ON "pull_requests"."id" = "reviews"."pull_request_id"
WHERE "reviews"."given_as" = 'peer' AND "reviews"."by_id" > 0;
