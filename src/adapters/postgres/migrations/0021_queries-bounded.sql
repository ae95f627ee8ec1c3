CREATE INDEX "pull_requests_open" ON "pull_requests" USING btree ("seen_at") WHERE "pull_requests"."open";--> statement-breakpoint
CREATE INDEX "rechecks_missed" ON "rechecks" USING btree ("ended_at") WHERE "rechecks"."state" = 'missed';--> statement-breakpoint
CREATE INDEX "sign_offs_kept" ON "sign_offs" USING btree ("at");