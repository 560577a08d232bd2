import { randomUUID } from "node:crypto";
import sharp from "sharp";
import { recordMarks } from "#app/modules/attendance/record-marks.server.ts";
import { addEntryPicture } from "#app/modules/contests/add-picture.server.ts";
import { closeEntries } from "#app/modules/contests/close-entries.server.ts";
import type { ContestDraft } from "#app/modules/contests/draft.ts";
import { enterPerson } from "#app/modules/contests/enter-person.server.ts";
import { createContest } from "#app/modules/contests/keep-contest.server.ts";
import { openContest } from "#app/modules/contests/open-contest.server.ts";
import type { EventPlan } from "#app/modules/events/plan.ts";
import {
  aContestPlan,
  anOpenPlan,
  anOrganiser,
  aPublishedEvent,
  type TestEvent,
} from "./events.ts";
import { aParty } from "./parties.ts";
import { aMember, type TestMember } from "./people.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A month from now, since much of a contest goes by today's clock. */
const { startsAt, endsAt } = anOpenPlan();
/** While the test event's contests take entries: an hour after it began. */
export const AT_CONTEST = new Date(startsAt.getTime() + HOUR_MS);
/** A week before the event: pictures come from home. */
export const AT_HOME = new Date(startsAt.getTime() - 7 * DAY_MS);

/** The event of a drawing contest with two brackets, a month from now. */
export const aContestDay = (): EventPlan => aContestPlan({ startsAt, endsAt });

/** The drawing contest over both brackets of `aContestDay`: three criteria, pictures from home until the day before. */
export const aContestDraft = (changes: Partial<ContestDraft> = {}): ContestDraft => ({
  title: { en: "The car as I see it", zh: "我眼中的爱车" },
  about: { en: "Draw your family's car.", zh: "画一画家里的车。" },
  terms: {
    kind: "pictures",
    criteria: [
      { key: "idea", name: { en: "Idea", zh: "创意" }, weight: 50 },
      { key: "colour", name: { en: "Colour", zh: "色彩" }, weight: 30 },
      { key: "care", name: { en: "Care", zh: "用心" }, weight: 20 },
    ],
  },
  brackets: ["little", "junior"],
  openTo: "children",
  entriesUntil: new Date(startsAt.getTime() - DAY_MS),
  ...changes,
});

/** The balance bridge by time, three tries, one ranking of all children. */
export const aBridgeDraft = (changes: Partial<ContestDraft> = {}): ContestDraft =>
  aContestDraft({
    title: { en: "Balance bridge", zh: "平衡桥" },
    terms: { kind: "measured", measure: "time", attempts: 3, better: "less" },
    ...{ brackets: [], entriesUntil: null },
    ...changes,
  });

/** The little guardian of nature: by vote of the parties that came unless said otherwise. */
export const anAwardDraft = (by: "vote" | "choice" = "vote"): ContestDraft =>
  aContestDraft({
    title: { en: "Little guardian of nature", zh: "自然小卫士" },
    terms: { kind: "chosen", by },
    ...{ brackets: [], entriesUntil: null },
  });

/** A contest of an event that is still a draft. */
export async function aDraftContest(eventId: number, draft = aContestDraft()): Promise<number> {
  const kept = await createContest(
    { eventId, draft, requestKey: randomUUID() },
    await anOrganiser(),
  );
  if (!kept.ok) throw new Error(kept.refusal);
  return kept.contestId;
}

/** The same, open. */
export async function anOpenContest(
  eventId: number,
  draft = aContestDraft(),
  now = AT_HOME,
): Promise<number> {
  const contestId = await aDraftContest(eventId, draft);
  const opened = await openContest(contestId, await anOrganiser(), now);
  if (!opened.ok) throw new Error(JSON.stringify(opened));
  return contestId;
}

/** A child of the test event's party. */
export type TestChild = {
  personId: number;
  registrationId: number;
  member: TestMember;
  name: string;
};

let families = 0;

/** A party that came, of a member and one child, whose guardian agreed to all unless said otherwise. */
export async function aFamily(
  { eventId }: Pick<TestEvent, "eventId">,
  child: { bracket?: string | null; consents?: string[]; name?: string; came?: boolean } = {},
): Promise<TestChild> {
  families += 1;
  const { bracket = "little", name = `Child ${families}`, came = true } = child;
  const member = await aMember();
  const consents = child.consents ?? ["taking_part", "photographs", "artwork"];
  const birthDate = new Date(bracket === "junior" ? "2018-01-05" : "2021-01-05");
  const party = await aParty(eventId, member, {
    people: [
      { role: "adult", name: member.name, isMember: true },
      { role: "child", name, birthDate, bracket, consents },
    ],
  });
  if (came) await checkedIn(eventId, party.id, party.personIds);
  return { personId: party.personIds[1] as number, registrationId: party.id, member, name };
}

async function checkedIn(eventId: number, registrationId: number, personIds: number[]) {
  const { by } = await anOrganiser();
  const marks = personIds.map((personId) => ({
    ...{ id: randomUUID(), kind: "in" as const, registrationId, personId, undoes: null },
    ...{
      seen: "",
      people: 0,
      at: startsAt.toISOString(),
      gate: "Main",
      device: randomUUID(),
    },
  }));
  await recordMarks({ eventId, marks, by: { by } }, startsAt);
}

let drawings = 0;

/** A picture as a phone would send it. No two of a file of tests are alike: each has its circle elsewhere. */
export function aDrawing(): Promise<Buffer> {
  drawings += 1;
  const [x, y] = [drawings % 64, Math.floor(drawings / 64) % 48];
  return sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="64" height="48"><rect width="64" height="48" fill="lightblue"/><circle cx="${x}" cy="${y}" r="9" fill="teal"/></svg>`,
    ),
  )
    .jpeg()
    .toBuffer();
}

/** Enters a child on the spot, with a picture unless the contest has none. */
export async function anEntry(
  contestId: number,
  child: Pick<TestChild, "personId"> | null,
  { picture = true, now = AT_CONTEST }: { picture?: boolean; now?: Date } = {},
) {
  const { by } = await anOrganiser();
  const personId = child?.personId ?? null;
  const entered = await enterPerson(
    { contestId, personId, requestKey: randomUUID() },
    { source: "spot", by },
    now,
  );
  if (!entered.ok) throw new Error(JSON.stringify(entered));
  if (picture) {
    const what = { entryId: entered.entryId, picture: await aDrawing() };
    const added = await addEntryPicture(what, { by, memberId: null }, now);
    if (!added.ok) throw new Error(added.refusal);
  }
  return entered;
}

/**
 * A whole contest as the neighbours need it: an event with brackets, parties that came, each with a child, and an entry
 * with a picture of each, in the order of `brackets`. Entries are closed unless said otherwise.
 */
export async function aContestWithEntries({
  brackets = ["little", "little", "little", "junior", "junior"],
  draft = aContestDraft(),
  plan = aContestDay(),
  closed = true,
}: {
  brackets?: string[];
  draft?: ContestDraft;
  plan?: EventPlan;
  closed?: boolean;
} = {}) {
  const event = await aPublishedEvent({ plan });
  const contestId = await anOpenContest(event.eventId, draft);
  const children: TestChild[] = [];
  const entries: { entryId: number; number: number }[] = [];
  for (const bracket of brackets) {
    const child = await aFamily(event, { bracket });
    children.push(child);
    entries.push(await anEntry(contestId, child, { picture: draft.terms.kind === "pictures" }));
  }
  if (closed) {
    const answer = await closeEntries(contestId, await anOrganiser(), AT_CONTEST);
    if (!answer.ok) throw new Error(JSON.stringify(answer));
  }
  return { ...event, contestId, children, entries };
}
