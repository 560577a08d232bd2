import type { Actor } from "#app/modules/access/actor.ts";
import { isStore } from "#app/modules/club/is-store.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Day } from "#app/platform/club-time.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { mayWork } from "./assign-lead.server.ts";

export type KeptConsultant = {
  personId: number;
  takesTurns: boolean;
  /** Null: of every store. */
  storeId: number | null;
  models: string[];
  awayThrough: Day | null;
};

export type ConsultantKept = { ok: true } | { ok: false; refusal: "cannot-work" | "no-such-store" };

/** Says whether a consultant gets new leads by themselves, of which store and models, and until when they are away. */
export async function keepConsultant(
  { personId, takesTurns, storeId, models, awayThrough }: KeptConsultant,
  { by, address }: Actor,
): Promise<ConsultantKept> {
  return inRetriedTransaction(async (tx) => {
    if (!(await mayWork(tx, personId))) return { ok: false, refusal: "cannot-work" };
    if (!(await isStore(tx, storeId))) return { ok: false, refusal: "no-such-store" };
    const kept = {
      storeId,
      models,
      awayThrough: awayThrough === null ? null : new Date(awayThrough),
    };
    if (takesTurns) {
      await tx.consultant.upsert({
        where: { personId },
        create: { personId, ...kept },
        update: kept,
        select: { personId: true },
      });
    } else {
      await tx.consultant.deleteMany({ where: { personId } });
    }
    await writeAudit(tx, {
      personId: by,
      action: "consultant.changed",
      subject: `person:${personId}`,
      detail: { open: takesTurns, storeId, through: awayThrough },
      address,
    });
    return { ok: true };
  });
}
