import { db } from "#app/platform/db.server.ts";
import { enqueue } from "#app/platform/queue.server.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import { decideExport, type ExportRefusal, type ExportState } from "./export-rules.ts";

/** How often the queue tries to put a copy together before it is said to have failed. */
const ATTEMPTS = 5;

/** Asks for a copy of one's data, which a job puts together. */
export async function requestDataExport(
  personId: number,
  locale: Locale,
): Promise<{ ok: true } | { ok: false; refusal: ExportRefusal }> {
  return db().$transaction(async (tx) => {
    // Two tabs asking at once are one after the other.
    await tx.$queryRaw`select id from person where id = ${personId} for no key update`;
    const recent = await tx.dataExport.findMany({
      where: { personId },
      orderBy: { id: "desc" },
      take: 20,
      select: { state: true, createdAt: true },
    });
    const decision = decideExport(recent as { state: ExportState; createdAt: Date }[], new Date());
    if (!decision.ok) return decision;
    const { id } = await tx.dataExport.create({ data: { personId }, select: { id: true } });
    await enqueue(
      tx,
      "make-data-export",
      { exportId: id, locale },
      { jobKey: `data-export:${id}`, maxAttempts: ATTEMPTS },
    );
    return { ok: true };
  });
}
