import type { Actor } from "#app/modules/access/actor.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { lockContest } from "./contest-row.server.ts";
import type { ContestDraft } from "./draft.ts";
import { writeTerms } from "./terms.ts";

export type ContestKept =
  | { ok: true; contestId: number }
  | { ok: false; refusal: "no-such-event" | "no-such-contest" | "not-a-draft" | "changed" };

/**
 * Begins a contest of an event. Nobody but staff sees it before it is opened.
 *
 * @param requestKey the form's: sent twice it is one contest.
 */
export function createContest(
  { eventId, draft, requestKey }: { eventId: number; draft: ContestDraft; requestKey: string },
  actor: Actor,
): Promise<ContestKept> {
  return inRetriedTransaction<ContestKept>(async (tx) => {
    const known = await tx.contest.findUnique({ where: { requestKey }, select: { id: true } });
    if (known) return { ok: true, contestId: known.id };
    const event = await tx.event.findUnique({
      where: { id: eventId },
      select: { _count: { select: { contests: true } } },
    });
    if (!event) return { ok: false, refusal: "no-such-event" };
    const { id } = await tx.contest.create({
      data: {
        ...columnsOf(draft),
        ...{ eventId, requestKey, createdBy: actor.by, position: event._count.contests },
      },
      select: { id: true },
    });
    await writeAudit(tx, {
      personId: actor.by,
      action: "contest.drafted",
      subject: `contest:${id}`,
      detail: { contest: draft.title.en },
      address: actor.address,
    });
    return { ok: true, contestId: id };
  });
}

/**
 * Changes a contest as long as it is a draft: what people entered for does not move.
 *
 * @param revision of the contest as it was read; who comes second with another one is told.
 */
export function changeContest({
  contestId,
  draft,
  revision,
}: {
  contestId: number;
  draft: ContestDraft;
  revision: number;
}): Promise<ContestKept> {
  return inRetriedTransaction<ContestKept>(async (tx) => {
    const contest = await lockContest(tx, contestId);
    if (!contest) return { ok: false, refusal: "no-such-contest" };
    if (contest.state !== "draft") return { ok: false, refusal: "not-a-draft" };
    if (contest.revision !== revision) return { ok: false, refusal: "changed" };
    await tx.contest.update({
      where: { id: contestId },
      data: { ...columnsOf(draft), revision: { increment: 1 } },
      select: { id: true },
    });
    return { ok: true, contestId };
  });
}

/** Throws a contest away that was never opened. False where it was, or is none. */
export function discardContest(contestId: number, actor: Actor): Promise<boolean> {
  return inRetriedTransaction(async (tx) => {
    const contest = await lockContest(tx, contestId);
    if (contest?.state !== "draft") return false;
    await tx.contest.delete({ where: { id: contestId }, select: { id: true } });
    await writeAudit(tx, {
      personId: actor.by,
      action: "contest.discarded",
      subject: `contest:${contestId}`,
      detail: { contest: contest.title.en },
      address: actor.address,
    });
    return true;
  });
}

const columnsOf = ({ title, about, terms, brackets, openTo, entriesUntil }: ContestDraft) => ({
  ...{ titleEn: title.en, titleZh: title.zh, aboutEn: about.en, aboutZh: about.zh },
  ...{ kind: terms.kind, terms: writeTerms(terms), brackets, openTo, entriesUntil },
});
