import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { hasResults } from "#app/modules/contest-results/has-results.server.ts";
import { loadEventDraws } from "#app/modules/draws/load-event-draws.server.ts";
import { undecidedWords } from "#app/modules/events/event-wait.ts";
import { loadPublicEvent } from "#app/modules/events/load-event.server.ts";
import { eventUrl, sharePicture, structuredEvent } from "#app/modules/events/structured-event.ts";
import { hasGallery } from "#app/modules/gallery/load-gallery.server.ts";
import { db } from "#app/platform/db.server.ts";
import { appOrigin } from "#app/platform/env.server.ts";
import { readPreferences } from "#app/platform/preferences.server.ts";
import { translator } from "#app/platform/words/catalogs.server.ts";
import { formatNear } from "#app/platform/words/format.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT } from "#app/platform/words/words.tsx";
import { shareTags } from "#app/site/share-tags.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { BackLink } from "#app/ui/page.tsx";
import { AddToCalendar } from "../parts/add-to-calendar.tsx";
import { AfterEvent } from "../parts/after-event.tsx";
import { EventBody } from "../parts/event-body.tsx";

/** Open to everybody: an event, as whoever is not in the club sees it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale } = await readPreferences(request);
  const slug = params.slug ?? "";
  const [found, club, isRanked, gallery] = await Promise.all([
    loadPublicEvent(db(), slug, locale),
    loadClub(),
    hasResults(db(), slug),
    hasGallery(db(), slug),
  ]);
  if (!found) throw new Response(null, { status: 404 });
  const { event, page } = found;
  const origin = appOrigin();
  const t = translator(locale);
  const clubName = inLanguage(locale, { en: club.name, zh: club.nameZh });
  return {
    ...{ page, after: { isRanked, hasGallery: gallery } },
    draws: await loadEventDraws(db(), { eventId: page.id }, null),
    share: {
      title: page.title,
      about: page.summary || page.about,
      club: clubName,
      url: eventUrl(origin, page.slug),
      picture: {
        ...sharePicture(origin, page),
        alt: page.coverId === null ? page.title : t("events.share.photo", { title: page.title }),
      },
      locale,
    },
    structured: structuredEvent(event, page, {
      club: { ...club, name: clubName },
      origin,
      language: locale,
      undecided:
        page.wait &&
        undecidedWords(
          page.wait,
          formatNear(page.wait.decideBy, page.startsAt, locale, club.timeZone),
          t,
        ),
    }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [...shareTags(data.share), { "script:ld+json": data.structured as object }] : [];

export default function PublicEvent() {
  const t = useT();
  const { page, after, draws } = useLoaderData<typeof loader>();
  const { can } = page.registering;
  const ahead = can !== "finished" && can !== "cancelled" && can !== "running";
  return (
    <>
      <BackLink to="/events">{t("events.back")}</BackLink>
      <EventBody
        event={page}
        draws={draws}
        actions={
          <>
            <AfterEvent slug={page.slug} {...after} />
            {ahead && (
              <>
                <ButtonLink to={`/my/events/${page.slug}`}>{t("events.signIn")}</ButtonLink>
                <ButtonLink to="/join" look="quiet">
                  {t("events.join")}
                </ButtonLink>
                <AddToCalendar slug={page.slug} />
                <p className="w-full max-w-prose text-[0.9375rem] text-ink-soft">
                  {t("events.how")}
                </p>
              </>
            )}
          </>
        }
      />
    </>
  );
}
