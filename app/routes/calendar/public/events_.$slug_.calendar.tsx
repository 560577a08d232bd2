import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadCalendarEntry } from "#app/modules/calendar/load-calendar.server.ts";
import { db } from "#app/platform/db.server.ts";
import { appOrigin } from "#app/platform/env.server.ts";
import { readPreferences } from "#app/platform/preferences.server.ts";
import { packedCatalog } from "#app/platform/words/catalogs.server.ts";
import { useT, WordsProvider } from "#app/platform/words/words.tsx";
import { isInWeChat } from "#app/routes/shell/in-wechat.server.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { CalendarFile } from "../parts/calendar-file.tsx";

/** Open to everybody: how to get an event's file for a calendar, also from where files do not open. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const slug = params.slug ?? "";
  const { locale } = await readPreferences(request);
  const entry = await loadCalendarEntry(db(), slug, locale, appOrigin());
  if (!entry) throw new Response(null, { status: 404 });
  const { title, startsAt, endsAt, url } = entry;
  return {
    slug,
    title,
    startsAt,
    endsAt,
    url,
    inWeChat: isInWeChat(request),
    file: `${url}/calendar.ics`,
    locale,
    words: packedCatalog(locale, ["calendar"]),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
];

export default function EventCalendarPage() {
  const { locale, words } = useLoaderData<typeof loader>();
  return (
    <WordsProvider locale={locale} messages={words}>
      <HowToGetIt />
    </WordsProvider>
  );
}

function HowToGetIt() {
  const t = useT();
  const figures = useFigures();
  const { slug, title, startsAt, endsAt, inWeChat, file, url } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={`/events/${slug}`}>{t("calendar.back")}</BackLink>
      <PageHeader title={t("calendar.add")} lead={`${title} · ${figures.span(startsAt, endsAt)}`} />
      <CalendarFile inWeChat={inWeChat} file={file} page={`${url}/calendar`} />
      <p className="mt-6">
        <ButtonLink to={`/events/${slug}`} look="bare">
          {t("calendar.back")}
        </ButtonLink>
      </p>
    </>
  );
}
