import type { Actor } from "#app/modules/access/actor.ts";
import { readPlan } from "#app/modules/events/plan.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { lockContest } from "./contest-row.server.ts";
import { type Missing, missingOf } from "./draft.ts";

export type ContestOpened =
  | { ok: true }
  | { ok: false; refusal: "no-such-contest" | "not-a-draft" }
  | { ok: false; refusal: "missing"; missing: Missing[] };

/** Opens a contest: entries come from then on, and what it is about stays. */
export function openContest(
  contestId: number,
  actor: Actor,
  now = new Date(),
): Promise<ContestOpened> {
  return inRetriedTransaction<ContestOpened>(async (tx) => {
    const contest = await lockContest(tx, contestId);
    if (!contest) return { ok: false, refusal: "no-such-contest" };
    if (contest.state !== "draft") return { ok: false, refusal: "not-a-draft" };
    const missing = missingOf(contest, await eventOfContest(tx, contest.eventId), now);
    if (missing.length > 0) return { ok: false, refusal: "missing", missing };
    await tx.contest.update({
      where: { id: contestId },
      data: { state: "open", openedAt: now },
      select: { id: true },
    });
    await writeAudit(tx, {
      personId: actor.by,
      action: "contest.opened",
      subject: `contest:${contestId}`,
      detail: { contest: contest.title.en },
      address: actor.address,
    });
    return { ok: true };
  });
}

/** What a contest has to know of its event. */
export async function eventOfContest(on: Db, eventId: number) {
  const event = await on.event.findUniqueOrThrow({
    where: { id: eventId },
    select: { state: true, endsAt: true, plan: true },
  });
  const plan = event.plan === null ? null : readPlan(event.plan);
  return {
    ...{ state: event.state, endsAt: event.endsAt },
    brackets: plan?.brackets.map(({ key }) => key) ?? [],
    consents: plan?.consents ?? [],
  };
}
