-- A party with children asks inside the event's lock whether one of them comes with somebody else already: without
-- this, that reads everybody who ever came to anything while others wait for the lock.
CREATE INDEX "registration_person_children" ON "registration_person" ("event_id", "birth_date")
  WHERE "role" = 'child' AND "state" <> 'out';
