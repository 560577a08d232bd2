import { isStore } from "#app/modules/club/is-store.server.ts";
import { type LockedLead, type NotOpen, openLead } from "#app/modules/leads/lock-lead.server.ts";
import { refusalOfHour } from "#app/modules/leads/next-action.ts";
import { writeNext } from "#app/modules/leads/plan-next.server.ts";
import { addAppointment, writeAppointment } from "#app/modules/leads/write-lead.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import type { AppointmentKind } from "./appointment.ts";
import { keepTestCar } from "./keep-test-car.server.ts";

/** When and where somebody meets a friend, and the car that is driven. */
export type AppointmentPlan = {
  startsAt: Date;
  endsAt: Date;
  storeId: number | null;
  car: string;
};

export type NewAppointment = AppointmentPlan & {
  leadId: number;
  kind: AppointmentKind;
  by: number;
  /** The form's: sent twice it is one appointment. */
  requestKey: string;
};

export type AppointmentMade =
  | { ok: true; appointmentId: number }
  | { ok: false; refusal: NotOpen | "past" | "day-too-far" | "no-such-store" | "car-taken" };

/**
 * Makes an appointment with a friend. From then on it is what comes next, until it is over.
 *
 * @param now for tests; the database's clock otherwise.
 */
export async function makeAppointment(made: NewAppointment, now?: Date): Promise<AppointmentMade> {
  return inRetriedTransaction(async (tx) => {
    const { by, requestKey, leadId, kind, startsAt, endsAt, storeId, car } = made;
    const opened = await openLead(tx, { leadId, revision: null }, now);
    const known = await tx.leadAppointment.findFirst({
      where: { requestKey, leadId },
      select: { id: true },
    });
    if (known) return { ok: true, appointmentId: known.id };
    if (!opened.ok) return opened;
    const { lead } = opened;
    const refusal = refusalOfHour(endsAt, lead, lead.now);
    if (refusal) return { ok: false, refusal };
    if (!(await isStore(tx, storeId))) return { ok: false, refusal: "no-such-store" };
    if (kind === "test-drive" && !(await keepTestCar(tx, made, null))) {
      return { ok: false, refusal: "car-taken" };
    }
    const appointmentId = await addAppointment(tx, {
      ...{ leadId, kind, startsAt, endsAt, storeId, car, requestKey },
      ...{ createdBy: by, createdAt: lead.now },
    });
    await comesNext(tx, lead, made, by);
    return { ok: true, appointmentId };
  });
}

export type AppointmentChanged =
  | { ok: true }
  | {
      ok: false;
      refusal: NotOpen | "past" | "day-too-far" | "settled" | "no-such-store" | "car-taken";
    };

/**
 * Changes when, where or in which car. The calendar entry gets a higher sequence, so that it takes the older one's
 * place. Whoever changes it from an older page is told.
 *
 * @param change.sequence what the page that was read said of it.
 * @param now for tests; the database's clock otherwise.
 */
export async function changeAppointment(
  change: AppointmentPlan & { leadId: number; appointmentId: number; sequence: number; by: number },
  now?: Date,
): Promise<AppointmentChanged> {
  return inRetriedTransaction(async (tx) => {
    const { leadId, appointmentId, sequence, by, startsAt, endsAt, storeId, car } = change;
    const opened = await openLead(tx, { leadId, revision: null }, now);
    if (!opened.ok) return opened;
    const { lead } = opened;
    const known = await tx.leadAppointment.findFirst({ where: { id: appointmentId, leadId } });
    if (!known) return { ok: false, refusal: "not-found" };
    if (known.state !== "planned") return { ok: false, refusal: "settled" };
    if (known.sequence !== sequence) return { ok: false, refusal: "changed-meanwhile" };
    const refusal = refusalOfHour(endsAt, lead, lead.now);
    if (refusal) return { ok: false, refusal };
    if (!(await isStore(tx, storeId))) return { ok: false, refusal: "no-such-store" };
    if (known.kind === "test-drive" && !(await keepTestCar(tx, change, appointmentId))) {
      return { ok: false, refusal: "car-taken" };
    }
    await writeAppointment(tx, appointmentId, { startsAt, endsAt, storeId, car });
    await comesNext(tx, lead, { kind: known.kind as AppointmentKind, endsAt }, by);
    return { ok: true };
  });
}

const comesNext = (
  tx: Db,
  lead: LockedLead,
  { kind, endsAt }: { kind: AppointmentKind; endsAt: Date },
  by: number,
) => writeNext(tx, lead, { action: kind === "visit" ? "meet" : "test-drive", dueAt: endsAt }, by);
