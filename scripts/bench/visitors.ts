import { openSession } from "#app/modules/auth/open-session.server.ts";
import { addStaff } from "#app/modules/staff/add-staff.server.ts";
import { db } from "#app/platform/db.server.ts";
import { keepSessionToken } from "#app/platform/session.server.ts";

/** A member with the longest of histories, and somebody of the dealership. */
export type Visitors = { owner: string; staff: string; number: string };

/** Signs them in; the answer holds their cookies. The database has to be open. */
export async function signInVisitors(): Promise<Visitors> {
  const [owner] = await db().$queryRaw<{ person_id: number; number: string }[]>`
    select member.person_id, member.number
    from member join ledger.account on account.id = member.account_id
    order by account.version desc limit 1`;
  if (!owner) throw new Error("Nobody is in the club.");
  const staff = await addStaff(db(), {
    email: "bench@marque.test",
    name: "Bench",
    roles: ["admin"],
    grantedBy: null,
  });
  // Staff come with two factors; nobody has this one.
  await db().authenticator.upsert({
    where: { personId: staff },
    create: { personId: staff, secret: Buffer.alloc(0), confirmedAt: new Date() },
    update: {},
  });
  return {
    owner: await cookieOf(owner.person_id),
    staff: await cookieOf(staff),
    number: owner.number,
  };
}

async function cookieOf(personId: number): Promise<string> {
  const browser = { userAgent: "bench", address: "127.0.0.1", token: null, known: null };
  const { token, endsAt } = await openSession(db(), personId, browser, {
    method: "password",
    secondFactor: true,
  });
  return String((await keepSessionToken(token, endsAt)).split(";")[0]);
}
