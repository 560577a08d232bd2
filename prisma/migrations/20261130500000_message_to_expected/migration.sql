-- Whoever comes, and whoever holds an offer of places: those who would set off.
ALTER TABLE "event_message" DROP CONSTRAINT "event_message_audience_check";
ALTER TABLE "event_message" ADD CONSTRAINT "event_message_audience_check"
  CHECK ("audience" IN ('all', 'registered', 'expected', 'waiting', 'no-shows', 'session'));
