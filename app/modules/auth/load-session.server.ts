import { Prisma } from "#app/generated.server/prisma/client.ts";
import { isStaff, type Role } from "#app/modules/access/roles.ts";
import { toPoints } from "#app/modules/ledger/points.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queryRows } from "#app/platform/query-rows.server.ts";
import { isSeenStale, sessionHolds } from "./session-ends.ts";
import { tokenHash } from "./session-token.server.ts";

/** Who is signed in: a person, with what they are to the club. */
export type SignedIn = {
  sessionId: string;
  /** A second factor was given in this browser. */
  secondFactorGiven: boolean;
  hasAuthenticator: boolean;
  hasPasskey: boolean;
  /** When they last proved that it is them, by the database's clock. */
  confirmedAt: Date;
  /** The instant at which this was read, by the same clock. */
  readAt: Date;
  person: {
    id: number;
    name: string;
    email: string | null;
    locale: string | null;
    /** When the account will be closed, as its owner asked. */
    closesAt: Date | null;
  };
  /** Null for staff and referrers who are not in the club. */
  member: { id: number; number: string; programme: string; accountId: number } | null;
  roles: Role[];
};

type Row = {
  session_id: string;
  created_at: Date;
  seen_at: Date;
  confirmed_at: Date;
  second_factor_at: Date | null;
  has_authenticator: boolean;
  has_passkey: boolean;
  now: Date;
  person_id: number;
  name: string;
  email: string | null;
  locale: string | null;
  closes_at: Date | null;
  roles: Role[];
  member_id: number | null;
  number: string | null;
  programme: string | null;
  account_id: bigint | null;
};

/**
 * Finds who holds a session's token, in one query. Null when there is no such session, it has ended,
 * or its person's account was closed.
 */
export async function loadSession(db: Db, token: string): Promise<SignedIn | null> {
  const [row] = await queryRows<Row>(
    db,
    Prisma.sql`
    select session.id as session_id, session.created_at, session.seen_at,
           session.confirmed_at, session.second_factor_at, now() as now,
           exists(select from authenticator
                  where person_id = person.id and authenticator.confirmed_at is not null)
             as has_authenticator,
           exists(select from passkey where person_id = person.id) as has_passkey,
           person.id as person_id, person.name, person.email, person.locale, person.closes_at,
           array(select role from role_grant where person_id = person.id order by role) as roles,
           member.id as member_id, member.number, member.programme, member.account_id
    from session
    join person on person.id = session.person_id and person.closed_at is null
    left join member on member.person_id = person.id
    where session.id = ${tokenHash(token)} and session.ends_at > now()`,
  );
  if (!row) return null;
  const times = { createdAt: row.created_at, seenAt: row.seen_at };
  if (!sessionHolds(times, isStaff(row.roles), row.now)) return null;
  if (isSeenStale(times, row.now)) {
    await db.$executeRaw`update session set seen_at = now() where id = ${row.session_id}`;
  }
  return {
    sessionId: row.session_id,
    secondFactorGiven: row.second_factor_at !== null,
    hasAuthenticator: row.has_authenticator,
    hasPasskey: row.has_passkey,
    confirmedAt: row.confirmed_at,
    readAt: row.now,
    person: {
      id: row.person_id,
      name: row.name,
      email: row.email,
      locale: row.locale,
      closesAt: row.closes_at,
    },
    member:
      row.member_id === null
        ? null
        : {
            id: row.member_id,
            number: row.number as string,
            programme: row.programme as string,
            accountId: toPoints(row.account_id as bigint),
          },
    roles: row.roles,
  };
}
