import { expect, test } from "vitest";
import { writePlan } from "#app/modules/events/plan.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { defaultClubRules } from "#app/modules/rulebook/club-rules.ts";
import { forgetRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { askHowItWas } from "#app/modules/surveys/ask-how-it-was.server.ts";
import { eraseAnswers } from "#app/modules/surveys/erase-answers.server.ts";
import { giveAnswer } from "#app/modules/surveys/give-answer.server.ts";
import { loadComments } from "#app/modules/surveys/load-comments.server.ts";
import { loadGuestLinks } from "#app/modules/surveys/load-guest-links.server.ts";
import { loadOwnSurvey, loadPartySurvey } from "#app/modules/surveys/load-survey.server.ts";
import { setQuestion } from "#app/modules/surveys/set-question.server.ts";
import { readSurveyToken } from "#app/modules/surveys/survey-token.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { anOrganiser, aPlan, aPublishedEvent } from "../../support/events.ts";
import { aMember, type TestMember } from "../../support/people.ts";
import { after, asked, came } from "../../support/surveys.ts";

testDatabase();

const pointsOf = async ({ accountId }: TestMember) =>
  (await loadBalance(db(), accountId, after(48))).available;

test("twenty presses at once are one answer and bring the points once", async () => {
  const { first } = await asked();
  const { registrationId, member } = first;
  const given = await Promise.all(
    Array.from({ length: 20 }, (_, place) =>
      giveAnswer(
        {
          registrationId,
          memberId: place % 2 ? member.memberId : null,
          said: { score: place % 2 ? 5 : 4 },
        },
        after(4),
      ),
    ),
  );
  expect(given.every(({ ok }) => ok)).toBe(true);
  expect(given.map((each) => (each.ok ? each.points : -1)).filter((points) => points > 0)).toEqual([
    20,
  ]);
  expect(await db().surveyAnswer.count({ where: { registrationId } })).toBe(1);
  expect(await pointsOf(member)).toBe(20);
  const { answer } = (await loadPartySurvey(db(), registrationId)) ?? {};
  expect(answer?.points).toBe(20);
});

test("what is said later is added, what is not said stays, and nothing is taken once it is closed", async () => {
  const { first } = await asked();
  const { registrationId, member } = first;
  const say = (said: Parameters<typeof giveAnswer>[0]["said"], hours: number) =>
    giveAnswer({ registrationId, memberId: member.memberId, said }, after(hours));
  expect(await say({ words: "Lovely" }, 4)).toEqual({ ok: false, refusal: "no-score" });
  await say({ score: 3 }, 4);
  await say({ best: ["team", "place"], recommends: 0, words: "Lovely", named: true }, 5);
  expect(await say({ score: 5 }, 21 * 24)).toEqual({ ok: true, points: 0 });
  const closed = new Date("2027-04-04T16:00:00Z");
  expect(await giveAnswer({ registrationId, memberId: null, said: { score: 1 } }, closed)).toEqual({
    ok: false,
    refusal: "closed",
  });
  expect(await loadOwnSurvey(db(), member.memberId, registrationId, closed)).toMatchObject({
    isOpen: false,
    answer: { score: 5, best: ["team", "place"], recommends: 0, words: "Lovely", named: true },
  });
});

test("an answer for another's party is refused as if nobody had been asked", async () => {
  const { first } = await asked();
  const stranger = await aMember();
  const { registrationId } = first;
  expect(
    await giveAnswer({ registrationId, memberId: stranger.memberId, said: { score: 1 } }, after(4)),
  ).toEqual({ ok: false, refusal: "not-asked" });
  expect(await loadOwnSurvey(db(), stranger.memberId, registrationId)).toBeNull();
  expect(
    await giveAnswer({ registrationId: 2_147_483_647, memberId: null, said: { score: 1 } }),
  ).toEqual({ ok: false, refusal: "not-asked" });
});

test("a family that is not in the club answers by a link that staff give it, without points", async () => {
  const event = await aPublishedEvent();
  const registrationId = await came(event, null);
  await askHowItWas(after(3));
  const [guest] = await loadGuestLinks(db(), event.eventId);
  expect(guest).toMatchObject({ registrationId, name: "Lin Jing", isAnswered: false });
  const token = new URL(guest?.link as string).pathname.split("/").at(-1) as string;
  expect(await readSurveyToken(token)).toBe(registrationId);
  expect(await loadPartySurvey(db(), registrationId)).toMatchObject({ points: 0 });
  expect(
    await giveAnswer({ registrationId, memberId: null, said: { score: 4 } }, after(4)),
  ).toEqual({ ok: true, points: 0 });
});

test("the club's own question stays once somebody has answered it", async () => {
  const event = await aPublishedEvent();
  const actor = await anOrganiser();
  const ask = (questionEn: string) =>
    setQuestion(event.eventId, { questionEn, questionZh: "" }, actor);
  expect(await ask("How did you come?")).toBe("set");
  expect(await ask("How did you get here?")).toBe("set");
  const member = await aMember();
  const registrationId = await came(event, member);
  await askHowItWas(after(3));
  expect(await loadPartySurvey(db(), registrationId)).toMatchObject({
    question: { en: "How did you get here?", zh: "" },
  });
  const said = { score: 5, ownWords: "By car" } as const;
  await giveAnswer({ registrationId, memberId: null, said }, after(4));
  expect(await ask("Another?")).toBe("answered");
  expect(await setQuestion(2_147_483_647, { questionEn: "", questionZh: "" }, actor)).toBe(
    "no-such-event",
  );
});

test("of somebody who leaves the figures stay, without their words, and their link opens nothing", async () => {
  const { eventId, first } = await asked();
  const { registrationId, member } = first;
  const said = { score: 2, words: "I am Lin Jing", named: true } as const;
  await giveAnswer({ registrationId, memberId: null, said }, after(4));
  await eraseAnswers(db(), {
    ...{ personId: member.id, email: member.email, keptLetter: null },
    member: { id: member.memberId, accountId: member.accountId },
  });
  await db().person.update({ where: { id: member.id }, data: { closedAt: after(5) } });
  expect(await loadPartySurvey(db(), registrationId)).toBeNull();
  expect(
    await giveAnswer({ registrationId, memberId: null, said: { score: 5 } }, after(6)),
  ).toEqual({ ok: false, refusal: "not-asked" });
  expect((await loadComments(db(), eventId, null)).comments).toEqual([]);
  expect(await db().surveyAnswer.findMany({ where: { eventId } })).toMatchObject([
    { score: 2, words: "", named: false, registrationId: null },
  ]);
});

test("who comes for the first time and who is gold is kept as it was when they answered", async () => {
  const { first } = await asked();
  const { member, registrationId } = first;
  await giveAnswer({ registrationId, memberId: null, said: { score: 4 } }, after(4));
  const plan = aPlan({ title: { en: "", zh: "湖畔下午" } });
  const again = await aPublishedEvent({ plan });
  await db().event.update({ where: { id: again.eventId }, data: { plan: writePlan(plan) } });
  const second = await came(again, member);
  await askHowItWas(after(3));
  await giveAnswer({ registrationId: second, memberId: null, said: { score: 4 } }, after(4));
  expect(
    await db().surveyAnswer.findMany({
      where: { registrationId: { in: [registrationId, second] } },
      orderBy: { id: "asc" },
      select: { tier: true, isFirst: true },
    }),
  ).toEqual([
    { tier: "silver", isFirst: true },
    { tier: "silver", isFirst: false },
  ]);
  const entries = await db().$queryRaw<{ meta: object }[]>`
    select txn.meta from ledger.txn txn join survey_answer answer on answer.points_entry_id = txn.id
    where answer.registration_id = ${second}`;
  expect(entries).toMatchObject([{ meta: { for: "survey", about: "湖畔下午" } }]);
});

test("points are those that were promised, by the rules when the first was asked", async () => {
  const { first, eventId } = await asked();
  await db().ruleVersion.create({
    data: {
      startsAt: after(3.5),
      version: 2,
      settings: {
        ...defaultClubRules,
        otherEarning: { ...defaultClubRules.otherEarning, survey: 500 },
      },
      createdBy: (await anOrganiser()).by,
      note: "More",
    },
  });
  forgetRuleBook();
  const { registrationId, member } = first;
  await giveAnswer({ registrationId, memberId: null, said: { score: 5 } }, after(4));
  expect(await pointsOf(member)).toBe(20);
  expect(await db().survey.findUnique({ where: { eventId } })).toMatchObject({ points: 20 });
});
