import { randomBytes } from "node:crypto";
import { openAccounts } from "#app/modules/ledger/open-accounts.server.ts";
import type { Birthday } from "#app/modules/person/birthday.ts";
import type { RuleBook } from "#app/modules/rulebook/rule-book.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import type { ClubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { giveWelcomePoints } from "./give-welcome-points.server.ts";
import { nextMemberNumber } from "./next-member-number.server.ts";
import { programmeOf } from "./programme.ts";

/** Makes a person a member: number, card, account in the ledger and the points for joining. */
export async function addMember(
  db: Db,
  { personId, birthday }: { personId: number; birthday: Birthday | null },
  { book, time, now }: { book: RuleBook; time: ClubTime; now: Date },
): Promise<number> {
  const rules = rulesAt(book, now);
  const [{ id }] = await db.$queryRaw<[{ id: number }]>`
    select nextval(pg_get_serial_sequence('member', 'id'))::int as id`;
  const accountId = (await referrerAccount(db, personId)) ?? (await openAccount(db, id));
  await db.member.create({
    data: {
      id,
      personId,
      number: await nextMemberNumber(db),
      programme: programmeOf(rules.rules),
      accountId,
      joinedOn: new Date(time.dayOf(now)),
      birthMonth: birthday?.month,
      birthDay: birthday?.day,
      cardToken: randomBytes(16).toString("base64url"),
    },
    select: { id: true },
  });
  await giveWelcomePoints(db, { memberId: id, accountId }, rules, { now, time });
  return id;
}

async function openAccount(db: Db, memberId: number): Promise<number> {
  const owner = `member:${memberId}`;
  return (await openAccounts(db, [owner])).get(owner) as number;
}

/** Of somebody who recommended friends before they joined: the points stay theirs. */
async function referrerAccount(db: Db, personId: number): Promise<number | null> {
  const referrer = await db.referrer.findUnique({
    where: { personId },
    select: { accountId: true },
  });
  return referrer?.accountId ? Number(referrer.accountId) : null;
}
