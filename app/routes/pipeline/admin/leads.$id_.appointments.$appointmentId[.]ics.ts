import type { LoaderFunctionArgs } from "@remix-run/node";
import { icsOf } from "#app/modules/calendar/ics.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { loadAppointmentEntry } from "#app/modules/pipeline/appointment-entry.server.ts";
import { db } from "#app/platform/db.server.ts";
import { appOrigin } from "#app/platform/env.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { icsResponse } from "#app/site/ics-response.server.ts";

/** Whoever works with the lead: an appointment as a file for a calendar. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { staff, locale, t, may } = await readStaffRequest(request, "leads.work");
  const asked = { leadId: rowIdIn(params.id), appointmentId: rowIdIn(params.appointmentId) };
  const viewer = { id: staff.id, isAdmin: may("leads.review") };
  const [entry, club] = await Promise.all([
    loadAppointmentEntry(db(), asked, viewer, appOrigin()),
    loadClub(),
  ]);
  if (!entry) throw new Response(null, { status: 404 });
  const { kind, leadId, car } = entry;
  const what = t(`pipeline.appointment.kind.${kind}`);
  const title = [t("pipeline.appointment.title", { kind: what, lead: leadId }), car]
    .filter(Boolean)
    .join(" · ");
  const calendar = {
    name: inLanguage(locale, { en: club.name, zh: club.nameZh }),
    timeZone: club.timeZone,
  };
  return icsResponse(
    icsOf(calendar, [{ ...entry, title, place: inLanguage(locale, entry.place) }], new Date()),
    `lead-${leadId}`,
  );
}
