import type { LoaderFunctionArgs } from "@remix-run/node";
import { icsOf } from "#app/modules/calendar/ics.ts";
import { loadOwnCalendar } from "#app/modules/calendar/load-calendar.server.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { db } from "#app/platform/db.server.ts";
import { appOrigin } from "#app/platform/env.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { icsResponse } from "#app/site/ics-response.server.ts";

/** Open to whoever knows the secret in the address: the events that its member comes to. */
export async function loader({ params }: LoaderFunctionArgs) {
  const [own, club] = await Promise.all([
    loadOwnCalendar(db(), params.token ?? "", appOrigin()),
    loadClub(),
  ]);
  if (!own) throw new Response(null, { status: 404 });
  const { locale, entries } = own;
  const calendar = {
    name: inLanguage(locale, { en: club.name, zh: club.nameZh }),
    timeZone: club.timeZone,
  };
  return icsResponse(icsOf(calendar, entries, new Date()), "events");
}
