import { randomUUID } from "node:crypto";
import { answerFriend } from "#app/modules/leads/answer-friend.server.ts";
import { logContact } from "#app/modules/leads/log-contact.server.ts";
import { moveLead } from "#app/modules/leads/move-lead.server.ts";
import type { LossReason, Stage } from "#app/modules/leads/stage.ts";
import { assignLead } from "#app/modules/pipeline/assign-lead.server.ts";
import { endLead } from "#app/modules/pipeline/end-lead.server.ts";
import { mergeLeads } from "#app/modules/pipeline/merge-leads.server.ts";
import { reviewLead } from "#app/modules/pipeline/review-lead.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { aLead, aReferrer, handedIn } from "../../support/leads.ts";
import { aBrowser, aPerson } from "../../support/people.ts";

export const SHANGHAI = clubTime("Asia/Shanghai");

/** The last second of November in Shanghai, and the first of December; noon on days of December and January. */
const NOVEMBER = new Date("2025-11-30T15:59:59Z");
const DECEMBER = new Date("2025-11-30T16:00:00Z");
const TENTH = new Date("2025-12-10T04:00:00Z");
const NEW_YEAR = new Date("2025-12-31T16:00:00Z");
const JANUARY = new Date("2026-01-12T04:00:00Z");
const FEBRUARY = new Date("2026-01-31T16:00:00Z");

const after = (at: Date, days: number, ms = 0) => new Date(at.getTime() + days * 86_400_000 + ms);

/**
 * Ten friends over a year's end, with all that can happen to them: what the figures have to say of them can be counted
 * on two hands.
 */
export async function aSmallWorld() {
  const [north, south] = [await aStore("North"), await aStore("South")];
  const xu = await aPerson({ name: "=Xu", roles: ["sales"] });
  const yan = await aPerson({ name: "Yan", roles: ["sales"] });
  const ada = await aReferrer({ name: "Ada Lovelace" });
  const bo = await aReferrer({ name: "王芳" });
  const who = { by: xu.id, address: "192.0.2.1" };

  const named = async (
    at: Date,
    storeId: number,
    consultant: { id: number } | null,
    changes: Partial<ReturnType<typeof aLead>> = {},
  ) => {
    const leadId = await handedIn(aLead(ada.id, { at, storeId, ...changes }));
    if (consultant) await assignLead({ leadId, to: consultant.id, from: null }, who, at);
    return leadId;
  };
  const moved = async (leadId: number, to: Stage, at: Date, reason: LossReason | null = null) => {
    const stage = to as Exclude<Stage, "submitted">;
    const answer = await moveLead({ leadId, to: stage, reason, revision: null }, who, at);
    if (!answer.ok) throw new Error(`Not moved: ${answer.refusal}`);
  };
  const called = async (leadId: number, at: Date) => {
    const call = { leadId, kind: "call", reached: true, note: "", by: xu.id } as const;
    const answer = await logContact({ ...call, requestKey: randomUUID() }, at);
    if (!answer.ok) throw new Error(`Not noted: ${answer.refusal}`);
  };
  const promised = async (id: number) =>
    (await db().lead.findUniqueOrThrow({ where: { id } })).callBy as Date;
  const revision = async (leadId: number) =>
    Number((await db().leadStep.aggregate({ where: { leadId }, _max: { id: true } }))._max.id);

  // Called in the promised instant itself, and all the way to the car.
  const whole = await named(NOVEMBER, north, xu);
  await called(whole, await promised(whole));
  const way: [Stage, number][] = [
    ["accepted", 1],
    ["contacted", 2],
    ["visited", 4],
    ["test-drive", 6],
    ["ordered", 10],
    ["delivered", 20],
  ];
  for (const [stage, days] of way) await moved(whole, stage, after(NOVEMBER, days));

  // Called a second late; from acceptance at once to delivery, which was cancelled.
  const cancelled = await named(DECEMBER, north, xu, { source: "link" });
  await called(cancelled, after(await promised(cancelled), 0, 1_000));
  await moved(cancelled, "accepted", after(DECEMBER, 1));
  await moved(cancelled, "delivered", after(DECEMBER, 5));
  await moved(cancelled, "ordered", after(DECEMBER, 8), "sale-cancelled");
  const lost = { leadId: cancelled, ending: "lost", reason: "sale-cancelled" } as const;
  await endLead({ ...lost, revision: null }, who, after(DECEMBER, 9));

  // Moved back and on again, without a note of a call.
  const back = await named(TENTH, south, yan);
  await moved(back, "accepted", after(TENTH, 1));
  await moved(back, "test-drive", after(TENTH, 3));
  await moved(back, "contacted", after(TENTH, 4), "other");
  await moved(back, "test-drive", after(TENTH, 9));

  // One friend who was named twice: the second had come to a visit.
  const first = await named(after(NOVEMBER, -9), south, yan);
  await called(first, after(NOVEMBER, -9, 3_600_000));
  await moved(first, "accepted", after(NOVEMBER, -7));
  const second = await named(TENTH, south, yan, { referrerId: bo.id });
  await moved(second, "accepted", after(TENTH, 1));
  await moved(second, "visited", after(TENTH, 2));
  await mergeLeads(
    { leadId: first, otherId: second, revision: await revision(first), seesAll: true },
    who,
    after(NOVEMBER, -3),
  );

  // Nobody's, and nobody has called.
  const waiting = await named(NEW_YEAR, south, null, { source: "desk" });
  const declined = await named(JANUARY, north, yan);
  await endLead(
    { leadId: declined, ending: "declined", reason: "not-interested", revision: null },
    who,
    after(JANUARY, 1),
  );
  const refused = await named(JANUARY, north, null, { signs: ["burst"] });
  await reviewLead({ leadId: refused, outcome: "refused", reason: "unfit" }, who, JANUARY);
  const withdrawn = await named(JANUARY, north, yan, { referrerId: bo.id });
  const { token } = await db().lead.findUniqueOrThrow({ where: { id: withdrawn } });
  await answerFriend({ token, answer: "decline", browser: aBrowser() }, after(JANUARY, 1));
  await named(FEBRUARY, north, xu);

  return {
    ...{ north, south, xu, yan, ada, bo },
    /** When the first call to the friend whom nobody has called is due. */
    waitingUntil: await promised(waiting),
  };
}

async function aStore(name: string): Promise<number> {
  return (await db().store.create({ data: { name } })).id;
}
