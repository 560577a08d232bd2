-- What has been looked at of a member's gold, so that each beginning and end is told once.
CREATE TABLE "tier_notice" (
    "member_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "stage" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tier_notice_pkey" PRIMARY KEY ("member_id","at","stage")
);

-- Up to which day of the club a daily task has been done.
CREATE TABLE "task_day" (
    "task" TEXT NOT NULL,
    "done_through" DATE NOT NULL,

    CONSTRAINT "task_day_pkey" PRIMARY KEY ("task")
);

-- CreateIndex
CREATE INDEX "tier_period_starts_at_idx" ON "tier_period"("starts_at");

-- CreateIndex
CREATE INDEX "tier_period_ends_at_idx" ON "tier_period"("ends_at");

-- CreateIndex
CREATE INDEX "member_birth_month_birth_day_id_idx" ON "member"("birth_month", "birth_day", "id");
