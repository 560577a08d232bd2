import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { showEntryNumber } from "#app/modules/draws/entry-number.ts";
import { findOwnEntry } from "#app/modules/draws/load-event-draws.server.ts";
import { loadPublicDraw } from "#app/modules/draws/load-public-draw.server.ts";
import { db } from "#app/platform/db.server.ts";
import { readPreferences } from "#app/platform/preferences.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { optionalPerson } from "#app/routes/shell/guards.server.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { LuckyDrawDrawing } from "#app/ui/drawings/events/lucky-draw.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader, Section } from "#app/ui/page.tsx";
import { DrawCheck } from "../parts/draw-check.tsx";
import { DrawFacts, DrawPrizes } from "../parts/draw-facts.tsx";
import { DrawSeal } from "../parts/draw-seal.tsx";
import { DrawState } from "../parts/draw-state.tsx";
import { DrawWinners } from "../parts/draw-winners.tsx";
import { ExactSteps, HowItWorks } from "../parts/how-it-works.tsx";

/** Open to everybody: what a draw promises, and once it is drawn its result, to be checked. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale } = await readPreferences(request);
  const draw = await loadPublicDraw(db(), params.slug ?? "");
  if (!draw) throw new Response(null, { status: 404 });
  const member = (await optionalPerson(request))?.member ?? null;
  const own = member && (await findOwnEntry(db(), draw.slug, member.id));
  return { draw, own, title: inLanguage(locale, draw.title) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function PublicDraw() {
  const { t, locale } = useWords();
  const { moment } = useFigures();
  const { draw, own, title } = useLoaderData<typeof loader>();
  const { state, method, calledOff, published } = draw;
  const about = inLanguage(locale, draw.about);
  return (
    <>
      <BackLink to="/draws">{t("draws.title")}</BackLink>
      <PageHeader
        title={title}
        lead={
          <>
            {about && <span className="mb-2 block">{about}</span>}
            <DrawState state={state} method={method} />
          </>
        }
      />
      {own && (
        <div className="mb-6">
          <Notice tone="ok" title={t("draws.in")} announce={false}>
            {t("draws.in.entry", { entry: showEntryNumber(own) })}
          </Notice>
        </div>
      )}
      {calledOff && (
        <Notice tone="warn" title={t("draws.calledOff", { moment: moment(calledOff.at) })}>
          {inLanguage(locale, calledOff.why)}
        </Notice>
      )}
      <div className="grid items-start gap-x-12 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0">
          {draw.wins.length > 0 && <DrawWinners draw={draw} />}
          {published && <DrawCheck slug={draw.slug} published={published} />}
          <Section id="prizes" title={t("draws.prizes")}>
            <DrawPrizes prizes={draw.prizes} />
          </Section>
          <Section id="about" title={t("draws.facts")}>
            <DrawFacts draw={draw} />
          </Section>
          <DrawSeal draw={draw} />
        </div>
        <div className="mx-auto mt-10 hidden w-full max-w-64 text-ink lg:block" aria-hidden="true">
          <LuckyDrawDrawing />
        </div>
      </div>
      {draw.value && (
        <>
          <HowItWorks value={inLanguage(locale, draw.value.name)} />
          <ExactSteps slug={draw.slug} isDrawn={published !== null} />
        </>
      )}
    </>
  );
}
