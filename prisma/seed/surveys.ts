import { randomUUID } from "node:crypto";
import type { Actor } from "#app/modules/access/actor.ts";
import type { Mark } from "#app/modules/attendance/mark.ts";
import { recordMarks } from "#app/modules/attendance/record-marks.server.ts";
import { createDraftIn } from "#app/modules/events/keep-draft.server.ts";
import { publishEventIn } from "#app/modules/events/publish-event.server.ts";
import { registerParty } from "#app/modules/registrations/register-party.server.ts";
import { askHowItWas } from "#app/modules/surveys/ask-how-it-was.server.ts";
import { giveAnswer } from "#app/modules/surveys/give-answer.server.ts";
import type { SurveyAnswer } from "#app/modules/surveys/questions.ts";
import { setQuestion } from "#app/modules/surveys/set-question.server.ts";
import { addDays, clubTime, type Day } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { inTransaction } from "#app/platform/transaction.server.ts";
import { askedEvent } from "./event-formats.ts";
import { aCouple } from "./event-parties.ts";

/** The morning’s address. */
export const COFFEE_SLUG = "coffee-and-cold-starts";

/** What a dozen owners said; those below have not said anything yet. */
const SAID: (Partial<SurveyAnswer> & Pick<SurveyAnswer, "score">)[] = [
  {
    ...{ score: 5, best: ["team", "programme"], recommends: 10, named: true },
    words: "师傅讲得清楚，孩子也听懂了。下次想学换雨刮。",
  },
  { score: 5, best: ["programme"], recommends: 9, ownWords: "地铁转公交" },
  { score: 5, best: ["people", "team"], recommends: 10, words: "认识了两位同款车主，很开心。" },
  { score: 4, best: ["programme", "place"], recommends: 8, ownWords: "开车" },
  { score: 4, best: ["team"], recommends: 9 },
  { score: 5, best: ["children"], recommends: 10, words: "儿子一路都在讲冷启动。", named: true },
  { score: 3, best: ["place"], recommends: 6, words: "停车位太少，绕了二十分钟。" },
  { score: 4, recommends: 8 },
  { score: 4, best: ["people"], recommends: 7, ownWords: "开车，停得有点远" },
  { score: 5, best: ["team", "organisation"], recommends: 9 },
  { score: 2, recommends: 4, words: "开始晚了半小时，后排听不清。" },
  { score: 4, best: ["programme"] },
];

/** A morning that is over, with those who came and what they said of it. Loaded once. */
export async function loadDemoSurvey(today: Day, timeZone: string, keeper: number): Promise<void> {
  if (await db().event.findFirst({ where: { slug: COFFEE_SLUG } })) return;
  const actor: Actor = { by: keeper, address: "127.0.0.1" };
  const noonOf = (daysAgo: number) =>
    clubTime(timeZone).instantOf(addDays(today, -daysAgo), 12, 0, 0);
  const eventId = await inTransaction(async (tx) => {
    const id = await createDraftIn(tx, askedEvent(addDays(today, -4)), actor);
    const answer = await publishEventIn(
      tx,
      { eventId: id, revision: null, now: noonOf(20) },
      actor,
    );
    if (!answer.ok) throw new Error(`The demo's event was refused: ${JSON.stringify(answer)}`);
    return id;
  });
  const question = { questionEn: "How did you get here?", questionZh: "您是怎么来的？" };
  await setQuestion(eventId, question, actor);
  const parties = [];
  for (const member of await guests()) {
    parties.push(await comeTo(eventId, member, noonOf(10), noonOf(4), keeper));
  }
  await askHowItWas(noonOf(3));
  for (const [place, said] of SAID.entries()) {
    const registrationId = parties[place];
    if (!registrationId) break;
    await giveAnswer({ registrationId, memberId: null, said }, noonOf(3));
  }
}

/** Whoever tries the demo, and one owner of the roll. */
const SILENT = ["silver@marque.test", "gold@marque.test", "owner00380@marque.test"];

type Guest = { id: number; personId: number; person: { name: string | null } };

/** Owners of the roll who answer, and after them those who have not. */
async function guests(): Promise<Guest[]> {
  const select = { id: true, personId: true, person: { select: { name: true } } } as const;
  const owners = await db().member.findMany({
    where: { person: { email: { startsWith: "owner" } } },
    orderBy: { id: "desc" },
    ...{ take: SAID.length, select },
  });
  const silent = await db().member.findMany({
    where: { person: { email: { in: SILENT } } },
    select,
  });
  return [...owners, ...silent];
}

async function comeTo(
  eventId: number,
  { id: memberId, personId, person }: Guest,
  registersAt: Date,
  comesAt: Date,
  keeper: number,
): Promise<number> {
  const answer = await registerParty({
    ...{ eventId, memberId, party: aCouple(person.name ?? "") },
    ...{ ifFull: "refuse", source: "desk", requestKey: `demo:survey:${memberId}`, by: personId },
    ...{ seenVersion: null, seenPrice: null, now: registersAt },
  });
  if (!answer.ok) throw new Error(`The demo's party was refused: ${JSON.stringify(answer)}`);
  const { registrationId } = answer;
  const mark: Mark = {
    id: randomUUID(),
    kind: "in",
    ...{ registrationId, personId: null, undoes: null, seen: "", people: 2 },
    ...{ at: comesAt.toISOString(), gate: "Showroom", device: randomUUID() },
  };
  await recordMarks({ eventId, marks: [mark], by: { by: keeper } }, comesAt);
  return registrationId;
}
