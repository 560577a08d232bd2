-- Whom to call for a member's children: what they typed when they last registered, as long as they want it remembered.
CREATE TABLE "emergency_contact" (
    "member_id" INTEGER NOT NULL PRIMARY KEY REFERENCES "member" ("id"),
    "name" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP
);
