import type { PrismaClient } from "#app/generated.server/prisma/client.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { enqueue } from "#app/platform/queue.server.ts";

export type WantedReversal = {
  importId: number;
  /** The person who asks. */
  by: number;
  /** Why, in words for whoever reads the books later. */
  reason: string;
  /** The address the request came from. */
  address?: string;
};

export type AskedReversal =
  | { ok: true }
  | { ok: false; refusal: "not-finished" | "dry-run" | "asked-already" };

/**
 * Puts the taking back of a whole import in line; a worker does it. Of two who ask at once one is first:
 * the run's row is locked while it is decided.
 */
export async function requestReversal(
  db: PrismaClient,
  { importId, by, reason, address }: WantedReversal,
): Promise<AskedReversal> {
  return db.$transaction(async (tx): Promise<AskedReversal> => {
    const [run] = await tx.$queryRaw<
      { state: string; dry_run: boolean; reversal_state: string | null }[]
    >`select state, dry_run, reversal_state from import_run where id = ${importId} for update`;
    if (run?.state !== "finished") return { ok: false, refusal: "not-finished" };
    if (run.dry_run) return { ok: false, refusal: "dry-run" };
    // One that failed goes on where it stopped.
    if (run.reversal_state !== null && run.reversal_state !== "failed") {
      return { ok: false, refusal: "asked-already" };
    }
    await tx.$executeRaw`
      update import_run set reversal_state = 'waiting', reversal_reason = ${reason},
        reversal_asked_by = ${by}, reversal_asked_at = now(), reversal_ended_at = null
      where id = ${importId}`;
    await writeAudit(tx, {
      personId: by,
      action: "import.reversal-asked",
      subject: `import:${importId}`,
      detail: { reason },
      address,
    });
    await enqueue(tx, "reverse-import", { importId }, { jobKey: `reverse-import:${importId}` });
    return { ok: true };
  });
}
