import { beforeAll, describe, expect, test } from "vitest";
import { answerObjection } from "#app/modules/attendance/answer-objection.server.ts";
import { loadObjections } from "#app/modules/attendance/load-objections.server.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { verifyLedger } from "#app/modules/ledger/verify-ledger.server.ts";
import { loadDelays, objectToDelay } from "#app/modules/parties/object-to-delay.server.ts";
import { cancelRegistration } from "#app/modules/registrations/cancel-registration.server.ts";
import { defaultClubRules } from "#app/modules/rulebook/club-rules.ts";
import { forgetRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aPlan, aPublishedEvent, WHILE_OPEN } from "../../support/events.ts";
import { aSaver } from "../../support/gifts.ts";
import { earn } from "../../support/ledger-fixtures.ts";
import { aPerson } from "../../support/people.ts";
import { registered, registrationOf } from "../../support/registrations.ts";
import { allIn, send } from "../attendance/marking-fixtures.ts";

testDatabase();
let staff = { by: 0, address: "10.0.0.9" };
beforeAll(async () => {
  await ensureClub(db());
  staff = { ...staff, by: (await aPerson({ roles: ["events"] })).id };
  const { lapse, ...rules } = defaultClubRules;
  await db().ruleVersion.create({
    data: {
      version: 2,
      startsAt: new Date("2027-01-01T00:00:00Z"),
      settings: { ...rules, lapse: { ...lapse, graceLotDays: 7 } },
      note: "A week of grace",
    },
  });
  forgetRuleBook();
});

type Registered = Awaited<ReturnType<typeof registered>>;
const DAY_MS = 86_400_000;
const LAPSES = new Date("2027-03-01T16:00:00Z");
const LATE = new Date("2027-03-12T06:00:00Z");

const availableAt = async ({ member }: Registered, at: Date) =>
  (await loadBalance(db(), member.accountId, at)).available;
const cancel = ({ registrationId, member }: Registered, now: Date) =>
  cancelRegistration({
    registrationId,
    memberId: member.memberId,
    by: member.id,
    reason: null,
    now,
  });

/** A party whose deposit is of points that lapse before the event. */
async function withDeposit() {
  const event = await aPublishedEvent({
    plan: aPlan({ price: { kind: "deposit", points: 200 }, attendancePoints: 0 }),
  });
  const member = await aSaver(0);
  await earn(member.accountId, { points: 200, lapsesAt: LAPSES });
  return { event, who: await registered(event, {}, member) };
}

describe("a deposit of points that lapse while it is held", () => {
  test("comes back for the club's days of grace where the party cancels in time", async () => {
    const { who } = await withDeposit();
    const now = new Date("2027-03-05T04:00:00Z");
    expect(await cancel(who, now)).toEqual({ ok: true, back: "returned" });
    expect(await availableAt(who, now)).toBe(200);
    expect(await availableAt(who, new Date(now.getTime() + 8 * DAY_MS))).toBe(0);
  });

  test("comes back with its own date where it has not lapsed yet", async () => {
    const { who } = await withDeposit();
    await cancel(who, WHILE_OPEN);
    expect(await availableAt(who, new Date(LAPSES.getTime() - 1))).toBe(200);
    expect(await availableAt(who, LAPSES)).toBe(0);
  });

  test("comes back for the club's days of grace to whoever comes", async () => {
    const { event, who } = await withDeposit();
    const { id, people } = await registrationOf(who.registrationId);
    await send(event.eventId, allIn({ id, personIds: people.map((person) => person.id) }));
    const { startsAt, endsAt } = event.plan;
    expect(await availableAt(who, endsAt)).toBe(200);
    expect(await availableAt(who, new Date(startsAt.getTime() + 8 * DAY_MS))).toBe(0);
  });

  test("lapses where nobody says before its hold ends whether they came", async () => {
    const { event, who } = await withDeposit();
    expect(await availableAt(who, new Date(event.plan.endsAt.getTime() + 15 * DAY_MS))).toBe(0);
  });
});

describe("an objection to a late cancellation", () => {
  async function objected(price: { kind: "deposit" } | { kind: "points"; per: "party" }) {
    const event = await aPublishedEvent({ plan: aPlan({ price: { ...price, points: 200 } }) });
    const who = await registered(event, {}, await aSaver());
    expect(await cancel(who, LATE)).toEqual({ ok: true, back: "kept" });
    const { memberId } = who.member;
    const [delay] = await loadDelays(db(), memberId, LATE);
    const delayId = delay?.id ?? 0;
    await objectToDelay(db(), { memberId, delayId, words: "Mia was ill." }, LATE);
    return { who, delayId };
  }
  const answer = (delayId: number, is: "withdrawn" | "stays") =>
    answerObjection({ delayId, answer: is, note: "" }, staff, LATE);

  test.each([{ kind: "deposit" } as const, { kind: "points", per: "party" } as const])(
    "that is granted gives back what was kept ($kind), once",
    async (price) => {
      const { who, delayId } = await objected(price);
      expect(await availableAt(who, LATE)).toBe(800);
      expect((await loadObjections(db())).find(({ id }) => id === delayId)?.kept).toBe("points");
      await Promise.all([answer(delayId, "withdrawn"), answer(delayId, "withdrawn")]);
      expect(await availableAt(who, LATE)).toBe(1_000);
      const letter = await db().mail.findFirstOrThrow({
        where: { personId: who.member.id, template: "early-access-answered" },
      });
      expect(letter.props).toMatchObject({ back: "returned" });
      const { steps } = await registrationOf(who.registrationId);
      expect(steps.at(-1)).toMatchObject({ step: "given-back", detail: { back: "returned" } });
    },
  );

  test("that is not granted gives nothing back", async () => {
    const { who, delayId } = await objected({ kind: "deposit" });
    await answer(delayId, "stays");
    expect(await availableAt(who, LATE)).toBe(800);
  });
});

test("the books are right after all of it", async () => {
  expect(await verifyLedger(db())).toMatchObject({ ok: true });
});
