import { randomUUID } from "node:crypto";
import sharp from "sharp";
import type { Actor } from "#app/modules/access/actor.ts";
import { addEntryPicture } from "#app/modules/contests/add-picture.server.ts";
import { closeEntries } from "#app/modules/contests/close-entries.server.ts";
import { enterPerson } from "#app/modules/contests/enter-person.server.ts";
import { createContest } from "#app/modules/contests/keep-contest.server.ts";
import { recordAttempt } from "#app/modules/contests/measure.server.ts";
import { openContest } from "#app/modules/contests/open-contest.server.ts";
import { type ContestTemplate, draftOf } from "#app/modules/contests/templates.ts";
import { chooseEntry } from "#app/modules/contests/vote.server.ts";
import { readPlan } from "#app/modules/events/plan.ts";
import { db } from "#app/platform/db.server.ts";
import { childsDrawing } from "./childs-drawing.ts";
import type { DaysOver } from "./days-over.ts";

/** What the children needed for the bridge, in the order in which they came: some tried twice. */
const TIMES = [["14.2", "12.8"], ["11.9"], ["1:02.4", "48.0"], ["12.8"], ["9.7", "10.3"]] as const;

/**
 * The demo's contests of the days that are over: the drawing contest with what every child drew, its entries closed;
 * the balance bridge with its times; and the little guardian of nature, whom staff have chosen.
 */
export async function loadDemoContests(days: DaysOver, keeper: Actor): Promise<void> {
  if ((await db().contest.count()) > 0) return;
  const drawing = await begin(days.contest, "drawing", keeper);
  const drawn = await enterAll(days.contest, drawing, keeper);
  for (const [place, entryId] of drawn.entries()) {
    const picture = await sharp(Buffer.from(childsDrawing(place)))
      .png()
      .toBuffer();
    mustBe(await addEntryPicture({ entryId, picture }, { by: keeper.by, memberId: null }));
  }
  mustBe(await closeEntries(drawing, keeper));
  const bridge = await begin(days.planting, "bridge", keeper);
  for (const [place, entryId] of (await enterAll(days.planting, bridge, keeper)).entries()) {
    for (const typed of TIMES[place % TIMES.length] ?? []) {
      const measured = { contestId: bridge, entryId, id: randomUUID(), typed };
      mustBe(await recordAttempt(measured, keeper.by));
    }
  }
  mustBe(await closeEntries(bridge, keeper));
  const guardian = await begin(days.planting, "guardian", keeper);
  const [first] = await enterAll(days.planting, guardian, keeper);
  mustBe(await closeEntries(guardian, keeper));
  const reason = {
    en: "Watered every tree of the row, not only her own family's.",
    zh: "给整排小树都浇了水，不只是自家的那棵。",
  };
  if (first) mustBe(await chooseEntry({ contestId: guardian, entryId: first, reason }, keeper));
}

async function begin(eventId: number, template: ContestTemplate, keeper: Actor): Promise<number> {
  const event = await db().event.findUniqueOrThrow({ where: { id: eventId } });
  const { brackets, startsAt } = readPlan(event.plan);
  const draft = draftOf(template, brackets);
  const kept = await createContest({ eventId, draft, requestKey: `demo:${template}` }, keeper);
  if (!kept.ok) throw new Error(`The demo's contest was refused: ${kept.refusal}`);
  mustBe(await openContest(kept.contestId, keeper, startsAt));
  return kept.contestId;
}

/** Enters every child that came, in the order of their parties. */
async function enterAll(eventId: number, contestId: number, keeper: Actor): Promise<number[]> {
  const children = await db().registrationPerson.findMany({
    where: { eventId, role: "child", marks: { some: { kind: "in" } } },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  const entered: number[] = [];
  for (const { id } of children) {
    const wanted = { contestId, personId: id, requestKey: `demo:entry:${contestId}:${id}` };
    const answer = await enterPerson(wanted, { source: "spot", by: keeper.by });
    mustBe(answer);
    if (answer.ok) entered.push(answer.entryId);
  }
  return entered;
}

function mustBe(answer: { ok: true } | { ok: false; refusal: string }): void {
  if (!answer.ok) throw new Error(`The demo's contest was refused: ${JSON.stringify(answer)}`);
}
