import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { icsOf } from "#app/modules/calendar/ics.ts";
import { loadCalendarEntry } from "#app/modules/calendar/load-calendar.server.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { db } from "#app/platform/db.server.ts";
import { appOrigin } from "#app/platform/env.server.ts";
import { readPreferences } from "#app/platform/preferences.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { isInWeChat } from "#app/routes/shell/in-wechat.server.ts";
import { icsResponse } from "#app/site/ics-response.server.ts";

/** Open to everybody: an event as a file for a calendar. In WeChat, which opens none, first how to get it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const slug = params.slug ?? "";
  const { locale } = await readPreferences(request);
  const [entry, club] = await Promise.all([
    loadCalendarEntry(db(), slug, locale, appOrigin()),
    loadClub(),
  ]);
  if (!entry) throw new Response(null, { status: 404 });
  if (isInWeChat(request)) throw redirect(`/events/${slug}/calendar`);
  const calendar = {
    name: inLanguage(locale, { en: club.name, zh: club.nameZh }),
    timeZone: club.timeZone,
  };
  return icsResponse(icsOf(calendar, [entry], new Date()), slug);
}
