import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { ChosenAudience } from "./audience.ts";

/**
 * A condition over `registration` for an audience of its event. Parties that were cancelled or have left are in
 * none.
 */
export function isAudience({ audience, session }: ChosenAudience): Prisma.Sql {
  switch (audience) {
    case "all":
      return Prisma.sql`registration.state in ('registered', 'waiting')`;
    case "registered":
      return Prisma.sql`registration.state = 'registered'`;
    case "expected":
      return Prisma.sql`(registration.state = 'registered'
        or registration.state = 'waiting' and ${HOLDS_OFFER})`;
    case "waiting":
      return Prisma.sql`registration.state = 'waiting'`;
    case "session":
      return Prisma.sql`registration.state = 'registered' and registration.session = ${session}`;
    case "no-shows":
      return Prisma.sql`registration.state = 'registered' and ${DID_NOT_COME}`;
  }
}

const HOLDS_OFFER = Prisma.sql`exists (select from waitlist_entry entry
  join waitlist_offer offer on offer.entry_id = entry.id and offer.state = 'open'
  where entry.registration_id = registration.id and entry.state = 'open')`;

const DID_NOT_COME = Prisma.sql`exists (select from attendance_outcome
  where attendance_outcome.registration_id = registration.id and outcome = 'no-show')`;

/** Somebody of the party came. Over `registration`. */
export const CAME = Prisma.sql`exists (select from attendance_outcome
  where attendance_outcome.registration_id = registration.id and outcome = 'came')`;

/** Whoever a letter about a party goes to: its member, as a reader. Over `registration`. */
export const READER = Prisma.sql`
  jsonb_build_object('id', person.id, 'name', person.name, 'email', person.email,
    'locale', person.locale, 'closedAt', person.closed_at)`;

/** Their tables, beside `registration`. Who walked in and is not in the club gets no letters. */
export const READERS = Prisma.sql`
  join member on member.id = registration.member_id
  join person on person.id = member.person_id`;
