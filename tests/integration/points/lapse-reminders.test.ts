import { expect, test } from "vitest";
import { earnPoints } from "#app/modules/ledger/earn-points.server.ts";
import { spendPoints } from "#app/modules/ledger/spend-points.server.ts";
import { remindOfLapsingPoints } from "#app/modules/points/remind-of-lapsing-points.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aMember, type TestMember } from "../../support/people.ts";

testDatabase();

const shanghai = clubTime("Asia/Shanghai");
/** Nine in the morning of a day in Shanghai. */
const morning = (day: string) => shanghai.instantOf(day, 9, 0, 0);
let keys = 0;

async function lot(
  member: TestMember,
  points: number,
  lastDay: string,
  availableFrom = "2025-01-01",
) {
  keys += 1;
  await earnPoints(
    db(),
    {
      scope: "test",
      key: `lot-${keys}`,
      accountId: member.accountId,
      points,
      availableAt: shanghai.startOfDay(availableFrom),
      lapsesAt: shanghai.endOfDay(lastDay),
      effectiveAt: shanghai.startOfDay("2025-01-01"),
      meta: {},
    },
    morning("2025-06-01"),
  );
}

const lettersTo = async ({ email }: TestMember) =>
  (await db().mail.findMany({ where: { recipient: email }, orderBy: { id: "asc" } })).map(
    ({ props }) => props as { points: number; daysLeft: number },
  );

test("a reminder goes out 60, 30 and 7 days ahead, each once", async () => {
  const member = await aMember();
  await lot(member, 100, "2026-11-30");
  for (let day = "2026-09-20"; day <= "2026-12-02"; ) {
    await remindOfLapsingPoints(db(), morning(day));
    await remindOfLapsingPoints(db(), morning(day));
    day = shanghai.dayOf(new Date(morning(day).getTime() + 86_400_000));
  }
  expect((await lettersTo(member)).map(({ daysLeft }) => daysLeft)).toEqual([60, 30, 7]);
});

test("days are the club's: the reminder is due at midnight in Shanghai, not in London", async () => {
  const member = await aMember();
  await lot(member, 100, "2026-11-30");
  const due = shanghai.startOfDay("2026-10-01");
  await remindOfLapsingPoints(db(), new Date(due.getTime() - 1));
  expect(await lettersTo(member)).toHaveLength(0);
  await remindOfLapsingPoints(db(), due);
  expect(await lettersTo(member)).toHaveLength(1);
});

test("missed days are made up for, with the reminder that is due by then", async () => {
  const member = await aMember();
  await lot(member, 100, "2026-11-30");
  await remindOfLapsingPoints(db(), morning("2026-11-05"));
  await remindOfLapsingPoints(db(), morning("2026-11-30"));
  expect((await lettersTo(member)).map(({ daysLeft }) => daysLeft)).toEqual([25, 0]);
});

test("lots of the same day are one letter, with what is left of them", async () => {
  const member = await aMember({ locale: "zh-CN" });
  await lot(member, 100, "2026-11-30");
  await lot(member, 50, "2026-11-30");
  await lot(member, 70, "2026-12-31");
  await spendPoints(
    db(),
    { scope: "test", key: `spend-${member.id}`, accountId: member.accountId, points: 30, meta: {} },
    morning("2026-10-01"),
  );
  await remindOfLapsingPoints(db(), morning("2026-11-03"));
  expect(await lettersTo(member)).toMatchObject([
    { points: 120, daysLeft: 27 },
    { points: 70, daysLeft: 58 },
  ]);
  const row = await db().mail.findFirstOrThrow({ where: { recipient: member.email } });
  expect(row.locale).toBe("zh-CN");
});

test("nothing is said of points that are spent, pending, lapsed, or far away", async () => {
  const members = {
    spent: await aMember(),
    pending: await aMember(),
    lapsed: await aMember(),
    far: await aMember(),
    closed: await aMember({ closed: true }),
  };
  await lot(members.spent, 40, "2026-11-30");
  await spendPoints(
    db(),
    {
      scope: "test",
      key: `spend-${members.spent.id}`,
      accountId: members.spent.accountId,
      points: 40,
      meta: {},
    },
    morning("2026-10-01"),
  );
  await lot(members.pending, 40, "2026-11-30", "2026-11-25");
  await lot(members.lapsed, 40, "2026-10-31");
  await lot(members.far, 40, "2027-01-31");
  await lot(members.closed, 40, "2026-11-30");
  await remindOfLapsingPoints(db(), morning("2026-11-20"));
  for (const member of Object.values(members)) expect(await lettersTo(member)).toEqual([]);
});

test("two runs at the same moment write each reminder once", async () => {
  const member = await aMember();
  await lot(member, 100, "2026-11-30");
  await Promise.all(
    Array.from({ length: 5 }, () => remindOfLapsingPoints(db(), morning("2026-11-25"))),
  );
  expect(await lettersTo(member)).toHaveLength(1);
});
