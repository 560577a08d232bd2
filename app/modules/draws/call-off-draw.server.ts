import type { Actor } from "#app/modules/access/actor.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import { endFreePieces } from "./draw-pieces.server.ts";
import { lockDraw } from "./draw-row.server.ts";

export type DrawCalledOff = { ok: true } | { ok: false; refusal: "no-such-draw" | "too-late" };

/**
 * Calls a draw off, with a reason that stands on its page for good. Once the public value can be known that is too
 * late: whoever knows the seed would know whom they call it off for. A draw by hand can be called off until somebody
 * is picked. What was kept on shelves for it is free again.
 */
export function callOffDraw(
  { drawId, reason }: { drawId: number; reason: InBoth },
  actor: Actor,
  now = new Date(),
): Promise<DrawCalledOff> {
  return inRetriedTransaction<DrawCalledOff>(async (tx) => {
    const draw = await lockDraw(tx, drawId);
    if (!draw || draw.state === "draft") return { ok: false, refusal: "no-such-draw" };
    if (draw.state === "called-off") return { ok: true };
    const isLate = draw.valueDueAt !== null && draw.valueDueAt <= now;
    if (draw.state !== "frozen" || isLate) return { ok: false, refusal: "too-late" };
    await tx.draw.update({
      where: { id: drawId },
      data: {
        ...{ state: "called-off", calledOffAt: now },
        ...{ calledOffEn: reason.en, calledOffZh: reason.zh },
      },
      select: { id: true },
    });
    await endFreePieces(tx, drawId, actor.by);
    await writeAudit(tx, {
      personId: actor.by,
      action: "draw.called-off",
      subject: `draw:${drawId}`,
      detail: { draw: draw.titleEn, reason: reason.en },
      address: actor.address,
    });
    return { ok: true };
  });
}
