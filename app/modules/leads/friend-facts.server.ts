import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";
import { isHeld } from "./holding.ts";
import type { FriendFacts } from "./judge-lead.ts";

/**
 * Reads what the house knows of a phone that a referrer names, while nobody else names the same one: the caller has
 * taken the friend's turn. Whoever types a number on a referrer's page is not asked whether it is theirs: what they have
 * forgotten keeps others from naming it as long as it held, and not for good.
 *
 * @param phone E.164.
 * @param email lower case.
 */
export async function readFriendFacts(
  tx: Db,
  {
    referrerId,
    phone,
    email,
    hash,
    now,
  }: {
    referrerId: number;
    phone: string;
    email: string | null;
    hash: Uint8Array<ArrayBuffer>;
    now: Date;
  },
): Promise<Omit<FriendFacts, "consented">> {
  const [row] = await tx.$queryRaw<[Omit<FriendFacts, "consented" | "heldBy">]>`
    select
      exists (select from person where id = ${referrerId} and (phone = ${phone} or email = ${email})) as "isSelf",
      exists (select from person join member on member.person_id = person.id
              where person.phone = ${phone} and person.closed_at is null) as "isMember",
      exists (select from person join role_grant on role_grant.person_id = person.id
              where person.phone = ${phone} and person.closed_at is null
                and role_grant.role <> 'referrer') as "isStaff",
      exists (select from person where person.phone = ${phone} and ${sharesCar(referrerId)}) as "sharesHousehold",
      exists (select from lead where phone_hash = ${hash} and friend_answer = 'forgotten'
                and (source <> 'link' or holds_until > ${now})) as "askedToBeForgotten"`;
  const leads = await tx.lead.findMany({
    where: { phoneHash: hash, OR: [{ review: null }, { review: { not: "refused" } }] },
    select: { referrerId: true, stage: true, ended: true, holdsUntil: true },
  });
  const holder = leads.find((lead) => isHeld(lead, now));
  const heldBy = !holder ? "nobody" : holder.referrerId === referrerId ? "the-same" : "another";
  return { ...row, heldBy };
}

/** The row `person` drives a car of the referrer's, or the referrer one of theirs: a household buys together. */
export const sharesCar = (referrerId: number): Prisma.Sql => Prisma.sql`exists (
  select from co_driver
  join member rider on rider.id = co_driver.member_id
  join car_holding on car_holding.id = co_driver.holding_id and car_holding.ends_at is null
  join member holder on holder.id = car_holding.member_id
  where co_driver.accepted_at is not null and co_driver.ended_at is null
    and ((rider.person_id = person.id and holder.person_id = ${referrerId})
      or (holder.person_id = person.id and rider.person_id = ${referrerId})))`;
