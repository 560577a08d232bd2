import { beforeAll, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { changePlanIn } from "#app/modules/events/change-event.server.ts";
import { type EventPlan, type EventQuestion, readPlan } from "#app/modules/events/plan.ts";
import { changeParty } from "#app/modules/registrations/change-party.server.ts";
import { changePublishedEvent } from "#app/modules/registrations/change-published-event.server.ts";
import { exportTables } from "#app/modules/registrations/export-tables.server.ts";
import { loadPartyToChange } from "#app/modules/registrations/load-party.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import {
  anOrganiser,
  aPlan,
  aPublishedEvent,
  type TestEvent,
  WHILE_OPEN,
} from "../../support/events.ts";
import {
  anAdult,
  aParty,
  partiesFile,
  registered,
  registrationOf,
} from "../../support/registrations.ts";

testDatabase();
beforeAll(async () => {
  await ensureClub(db());
});

const aQuestion = (changes: Partial<EventQuestion> = {}): EventQuestion => ({
  key: "q1",
  kind: "text",
  of: "party",
  label: { en: "What do you bring?", zh: "带什么来？" },
  options: [],
  required: true,
  onlyIf: null,
  retired: false,
  ...changes,
});
const ofAdults = aQuestion({ key: "q2", of: "adult", label: { en: "Shoe size", zh: "鞋码" } });

/** An event whose two questions somebody has answered, and of which nobody has answered the third. */
async function anAnsweredEvent() {
  const questions = [aQuestion(), ofAdults, aQuestion({ key: "q3", required: false })];
  const event = await aPublishedEvent({ plan: aPlan({ questions }) });
  const me = anAdult({ isMember: true, answers: { q2: "43" } });
  const who = await registered(event, { party: aParty({ answers: { q1: "Cake" }, people: [me] }) });
  return { event, me, who };
}

/** Saves the event's form with other questions. */
async function ask(
  { eventId }: TestEvent,
  to: (now: EventQuestion[]) => EventQuestion[],
): Promise<EventPlan> {
  const actor = await anOrganiser();
  const planNow = async () =>
    readPlan((await db().event.findUniqueOrThrow({ where: { id: eventId } })).plan);
  const now = await planNow();
  const plan = { ...now, questions: to(now.questions) };
  const change = { eventId, plan, revision: null, agreed: [], now: WHILE_OPEN };
  await changePublishedEvent(eventId, (tx) => changePlanIn(tx, change, actor), WHILE_OPEN);
  return planNow();
}
const takeOut = (event: TestEvent) => ask(event, () => []);
const askAgain = (event: TestEvent) =>
  ask(event, (questions) => questions.map((question) => ({ ...question, retired: false })));

test("a question that was answered is retired when it is taken out, and one that was not is gone", async () => {
  const { event } = await anAnsweredEvent();
  const retired = { retired: true, required: false, onlyIf: null };
  const questions = [
    { ...aQuestion(), ...retired },
    { ...ofAdults, ...retired },
  ];
  expect((await takeOut(event)).questions).toEqual(questions);
  expect((await takeOut(event)).questions).toEqual(questions);
});

test("whoever changes their party is asked it no more, and what they answered stays", async () => {
  const { event, me, who } = await anAnsweredEvent();
  await takeOut(event);
  const { registrationId, member } = who;
  const party = await loadPartyToChange(db(), registrationId, member.memberId);
  const [person] = party?.people ?? [];
  const people = [
    { ...me, answers: {}, id: person?.id ?? null },
    { ...anAdult(), id: null },
  ];
  const answer = await changeParty({
    registrationId,
    memberId: member.memberId,
    party: { ...aParty(), people },
    revision: party?.revision ?? 0,
    ifFull: "refuse",
    requestKey: null,
    by: member.id,
    now: WHILE_OPEN,
  });
  expect(answer).toEqual({ ok: true, waiting: 0 });
  const kept = await registrationOf(registrationId);
  expect(kept.answers).toMatchObject([{ question: "q1", answer: "Cake" }]);
  expect(kept.people.map(({ answers }) => answers)).toMatchObject([
    [{ question: "q2", answer: "43" }],
    [],
  ]);
});

test("staff find the answers in the event's file, and the member in the copy of their data", async () => {
  const { event, who } = await anAnsweredEvent();
  await takeOut(event);
  const [head, line] = (await partiesFile(event.eventId)).split("\r\n");
  expect(head).toMatch(/Shoe size,What do you bring\?$|What do you bring\?,Shoe size$/);
  expect(line).toMatch(/(43,Cake|Cake,43)$/);
  const rows = [];
  for (const { rows: read } of exportTables) {
    const member = { id: who.member.memberId };
    for await (const some of read({ member, locale: "en" } as never)) rows.push(...some);
  }
  const answers = rows.flatMap((row) => ("answers" in row ? [row.answers] : []));
  expect(answers).toEqual(["What do you bring?: Cake", "Shoe size: 43"]);
});

test("one that is asked again finds its answers with those who gave them, and can be changed", async () => {
  const { event, me, who } = await anAnsweredEvent();
  await takeOut(event);
  expect((await askAgain(event)).questions).toMatchObject([
    { key: "q1", retired: false },
    { key: "q2", retired: false },
  ]);
  const { registrationId, member } = who;
  const party = await loadPartyToChange(db(), registrationId, member.memberId);
  expect(party).toMatchObject({
    answers: [{ question: "q1", answer: "Cake" }],
    people: [{ answers: [{ question: "q2", answer: "43" }] }],
  });
  const people = [{ ...me, answers: { q2: "44" }, id: party?.people[0]?.id ?? null }];
  const answer = await changeParty({
    registrationId,
    memberId: member.memberId,
    party: { ...aParty(), answers: { q1: "Cake" }, people },
    revision: party?.revision ?? 0,
    ifFull: "refuse",
    requestKey: null,
    by: member.id,
    now: WHILE_OPEN,
  });
  expect(answer).toMatchObject({ ok: true });
  const kept = await registrationOf(registrationId);
  expect(kept.answers).toMatchObject([{ question: "q1", answer: "Cake" }]);
  expect(kept.people[0]?.answers).toMatchObject([{ question: "q2", answer: "44" }]);
});
