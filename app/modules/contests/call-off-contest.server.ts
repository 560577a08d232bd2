import type { Actor } from "#app/modules/access/actor.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import { lockContest } from "./contest-row.server.ts";

export type ContestCalledOff =
  | { ok: true }
  | { ok: false; refusal: "no-such-contest" | "draft" | "published" };

/** Calls a contest off, with a reason that its entrants read. What is published stays; a draft is thrown away. */
export function callOffContest(
  { contestId, reason }: { contestId: number; reason: InBoth },
  actor: Actor,
  now = new Date(),
): Promise<ContestCalledOff> {
  return inRetriedTransaction<ContestCalledOff>(async (tx) => {
    const contest = await lockContest(tx, contestId);
    if (!contest) return { ok: false, refusal: "no-such-contest" };
    if (contest.state === "called-off") return { ok: true };
    if (contest.state === "draft" || contest.state === "published") {
      return { ok: false, refusal: contest.state };
    }
    await tx.contest.update({
      where: { id: contestId },
      data: {
        ...{ state: "called-off", calledOffAt: now },
        ...{ calledOffEn: reason.en, calledOffZh: reason.zh },
      },
      select: { id: true },
    });
    await writeAudit(tx, {
      personId: actor.by,
      action: "contest.called-off",
      subject: `contest:${contestId}`,
      detail: { contest: contest.title.en, reason: reason.en },
      address: actor.address,
    });
    return { ok: true };
  });
}
