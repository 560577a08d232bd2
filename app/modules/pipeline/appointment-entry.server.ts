import type { CalendarEntry } from "#app/modules/calendar/ics.ts";
import { storeShown } from "#app/modules/club/store-shown.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import type { AppointmentKind, AppointmentState } from "./appointment.ts";
import { type LeadViewer, worksWith } from "./friend-shown.ts";

/** An appointment as a calendar keeps it, but for its words. */
export type AppointmentEntry = Omit<CalendarEntry, "title" | "place"> & {
  place: InBoth;
  kind: AppointmentKind;
  leadId: number;
  car: string;
};

/**
 * Reads an appointment for a calendar. The friend is not named: what lies in a calendar cannot be forgotten on
 * request.
 *
 * @param origin of the club's site.
 * @returns null where there is none, or whoever asks does not work with the lead.
 */
export async function loadAppointmentEntry(
  db: Db,
  { leadId, appointmentId }: { leadId: number; appointmentId: number },
  viewer: LeadViewer,
  origin: string,
): Promise<AppointmentEntry | null> {
  const found = await db.leadAppointment.findFirst({
    where: { id: appointmentId, leadId },
    include: {
      store: { select: { name: true, nameEn: true } },
      lead: { select: { consultantId: true } },
    },
  });
  if (!found || !worksWith(viewer, found.lead.consultantId)) return null;
  const { kind, startsAt, endsAt, store, car, sequence, createdAt } = found;
  const state = found.state as AppointmentState;
  const isOff = state === "cancelled" || state === "missed";
  return {
    uid: `lead-appointment-${found.id}@${new URL(origin).hostname}`,
    sequence,
    status: isOff ? "CANCELLED" : "CONFIRMED",
    isBusy: !isOff,
    ...{ kind: kind as AppointmentKind, leadId, car, startsAt, endsAt },
    about: "",
    place: store ? storeShown(store) : { en: "", zh: "" },
    url: `${origin}/admin/leads/${leadId}`,
    changedAt: createdAt,
  };
}
