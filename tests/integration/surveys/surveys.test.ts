import { expect, test } from "vitest";
import { writePlan } from "#app/modules/events/plan.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { changeNotifications } from "#app/modules/letters/change-notifications.server.ts";
import { openMail } from "#app/modules/letters/open-mail.server.ts";
import { defaultClubRules } from "#app/modules/rulebook/club-rules.ts";
import { forgetRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { answersFile } from "#app/modules/surveys/answers-file.server.ts";
import { askHowItWas } from "#app/modules/surveys/ask-how-it-was.server.ts";
import { eraseAnswers } from "#app/modules/surveys/erase-answers.server.ts";
import { giveAnswer } from "#app/modules/surveys/give-answer.server.ts";
import { loadAnswerLines, loadComments } from "#app/modules/surveys/load-comments.server.ts";
import { loadGuestLinks } from "#app/modules/surveys/load-guest-links.server.ts";
import {
  listSurveys,
  loadResults,
  loadSatisfaction,
} from "#app/modules/surveys/load-results.server.ts";
import { loadOwnSurvey, loadPartySurvey } from "#app/modules/surveys/load-survey.server.ts";
import { setQuestion } from "#app/modules/surveys/set-question.server.ts";
import { readSurveyToken, surveyToken } from "#app/modules/surveys/survey-token.server.ts";
import { db } from "#app/platform/db.server.ts";
import { translator } from "#app/platform/words/catalogs.server.ts";
import { testDatabase } from "../../support/database.ts";
import { anOrganiser, aPlan, aPublishedEvent, type TestEvent } from "../../support/events.ts";
import { aParty } from "../../support/parties.ts";
import { aMember, type TestMember } from "../../support/people.ts";

testDatabase();

const HOUR = 3_600_000;
/** 15:00 in Shanghai, 14 March 2027. */
const { endsAt } = aPlan();
const after = (hours: number) => new Date(endsAt.getTime() + hours * HOUR);

async function came(
  event: Pick<TestEvent, "eventId">,
  member: TestMember | null,
  outcome = "came",
) {
  const party = await aParty(event.eventId, member);
  await db().attendanceOutcome.create({
    data: { registrationId: party.id, eventId: event.eventId, outcome },
  });
  return party.id;
}

/** An event that is over, with so many members who came and were asked. */
async function asked(count = 1) {
  const event = await aPublishedEvent();
  const parties = [];
  for (let each = 0; each < count; each += 1) {
    const member = await aMember();
    parties.push({ member, registrationId: await came(event, member) });
  }
  await askHowItWas(after(3));
  return { ...event, parties, first: parties[0] as (typeof parties)[number] };
}

const lettersTo = (member: TestMember) =>
  db().mail.findMany({ where: { personId: member.id, template: "event-survey" } });
const pointsOf = async ({ accountId }: TestMember) =>
  (await loadBalance(db(), accountId, after(48))).available;

test("who came is asked once, in the hours for letters; who did not, or was never marked, is not", async () => {
  const event = await aPublishedEvent();
  const [there, missing, unmarked] = [await aMember(), await aMember(), await aMember()];
  const registrationId = await came(event, there);
  await came(event, missing, "no-show");
  await aParty(event.eventId, unmarked);
  await askHowItWas(after(1.9));
  // 20:30 and 8:59 in Shanghai.
  await askHowItWas(after(5.5));
  await askHowItWas(after(17.99));
  expect(await lettersTo(there)).toEqual([]);
  await Promise.all([askHowItWas(after(18)), askHowItWas(after(18)), askHowItWas(after(19))]);
  expect(await lettersTo(there)).toMatchObject([
    {
      props: {
        attendancePoints: 50,
        points: 20,
        closesAt: "2027-04-04T16:00:00.000Z",
        surveyToken: await surveyToken(registrationId),
      },
    },
  ]);
  expect([...(await lettersTo(missing)), ...(await lettersTo(unmarked))]).toEqual([]);
  expect(await loadOwnSurvey(db(), missing.memberId, registrationId)).toBeNull();
});

test("who was marked late is asked late, for a week; a cancelled event asks nobody", async () => {
  const [event, cancelled] = [await aPublishedEvent(), await aPublishedEvent()];
  const [early, late, tooLate, other] = [
    await aMember(),
    await aMember(),
    await aMember(),
    await aMember(),
  ];
  await came(event, early);
  await came(cancelled, other);
  await db().event.update({
    where: { id: cancelled.eventId },
    data: { state: "cancelled", cancelledAt: after(-48) },
  });
  await askHowItWas(after(3));
  await came(event, late);
  await askHowItWas(after(4 * 24));
  await came(event, tooLate);
  await askHowItWas(after(8 * 24));
  const many = await Promise.all([early, late, tooLate, other].map(lettersTo));
  expect(many.map(({ length }) => length)).toEqual([1, 1, 0, 0]);
});

test("whoever stopped such letters gets none, and finds the question on their own page", async () => {
  const event = await aPublishedEvent();
  const member = await aMember();
  await changeNotifications(member.id, new Set(["tier"]), "en");
  const registrationId = await came(event, member);
  await askHowItWas(after(3));
  expect(await lettersTo(member)).toEqual([]);
  expect(await loadOwnSurvey(db(), member.memberId, registrationId, after(4))).toMatchObject({
    isOpen: true,
    points: 20,
    answer: null,
  });
});

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

test("a link holds for its party alone", async () => {
  const token = await surveyToken(7);
  expect(await readSurveyToken(token)).toBe(7);
  const [, signature] = token.split(".");
  for (const forged of [`8.${signature}`, `7.${"A".repeat(43)}`, "7", "", `07.${signature}`]) {
    expect(await readSurveyToken(forged)).toBeNull();
  }
});

test("staff who open the letter see no link, and can answer for nobody", async () => {
  const { first } = await asked();
  const [letter] = await lettersTo(first.member);
  const opened = await openMail(db(), { ...(await anOrganiser()), mailId: letter?.id as number });
  expect(opened?.text).toContain("How was it?");
  expect(opened?.text).not.toContain("/survey/");
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

test("five answers make figures; names stand only beside words of those who agreed", async () => {
  const { eventId, parties } = await asked(5);
  const saying = [
    { score: 5, words: "=HYPERLINK(1)", named: true },
    { score: 5, words: "Too loud" },
    { score: 4, recommends: 9, named: true },
    { score: 3, best: ["team" as const] },
    { score: 1, ownWords: "By bus" },
  ] as const;
  for (const [place, said] of saying.entries()) {
    const { registrationId } = parties[place] as (typeof parties)[number];
    if (place === 4) {
      expect((await loadResults(db(), eventId))?.results).toMatchObject({
        answered: 4,
        figures: null,
      });
      expect(await loadAnswerLines(db(), eventId)).toBeNull();
    }
    await giveAnswer({ registrationId, memberId: null, said: { ...said } as never }, after(4));
  }
  // 18 over 5.
  expect(await loadSatisfaction(db(), eventId)).toMatchObject({
    ...{ asked: 5, answered: 5, recommends: null },
    figures: { average: 3.6, distribution: { 1: 1, 2: 0, 3: 1, 4: 1, 5: 2 } },
  });
  const { comments } = await loadComments(db(), eventId, null);
  expect(comments).toMatchObject([
    { ownWords: "By bus", name: null, score: null },
    { words: "Too loud", name: null, score: null },
    { words: "=HYPERLINK(1)", name: parties[0]?.member.name, score: 5 },
  ]);
  const file = answersFile((await loadAnswerLines(db(), eventId)) ?? [], translator("en"));
  expect(file).toContain(`5,,,'=HYPERLINK(1),,${parties[0]?.member.name}`);
  expect(file).toContain("How we were looked after");
  expect(file).not.toContain(parties[1]?.member.name);
  // They agreed to be named beside words, and wrote none.
  expect(file).not.toContain(parties[2]?.member.name);
  const { surveys } = await listSurveys(db(), null);
  expect(surveys.find((each) => each.eventId === eventId)).toMatchObject({
    ...{ asked: 5, answered: 5, average: 3.6 },
  });
});

test("comments go on page by page, none twice", async () => {
  const { eventId, parties } = await asked(32);
  for (const { registrationId } of parties) {
    await giveAnswer({ registrationId, memberId: null, said: { score: 4, words: "So" } }, after(4));
  }
  const first = await loadComments(db(), eventId, null);
  const rest = await loadComments(db(), eventId, first.next);
  expect([first.comments.length, rest.comments.length, rest.next]).toEqual([30, 2, null]);
  expect(new Set([...first.comments, ...rest.comments].map(({ id }) => id)).size).toBe(32);
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
