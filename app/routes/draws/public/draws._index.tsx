import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { loadDraws } from "#app/modules/draws/load-draws.server.ts";
import { db } from "#app/platform/db.server.ts";
import { readPreferences } from "#app/platform/preferences.server.ts";
import { translator } from "#app/platform/words/catalogs.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { LuckyDrawDrawing } from "#app/ui/drawings/events/lucky-draw.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { drawCursorIn, drawCursorText } from "../parts/draw-cursor.ts";
import { DrawState } from "../parts/draw-state.tsx";

/** Open to everybody: the club's draws, before and after. `?after=` goes on. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { locale } = await readPreferences(request);
  const after = drawCursorIn(request);
  const [{ draws, next }, club] = await Promise.all([
    loadDraws(db(), { drafts: false, after }),
    loadClub(),
  ]);
  const t = translator(locale);
  return {
    draws,
    next: drawCursorText(next),
    isFirst: after === null,
    title: `${t("draws.title")} · ${inLanguage(locale, { en: club.name, zh: club.nameZh })}`,
    lead: t("draws.lead"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "description", content: data?.lead },
];

export default function PublicDraws() {
  const { t, locale } = useWords();
  const { moment, points } = useFigures();
  const { draws, next, isFirst, lead } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("draws.title")}
        lead={lead}
        actions={
          <ButtonLink to="/my/draws" look="quiet">
            {t("draws.mine")}
          </ButtonLink>
        }
      />
      {draws.length === 0 && (
        <EmptyState drawing={<LuckyDrawDrawing />}>{t("draws.none")}</EmptyState>
      )}
      <ul className="grid gap-3">
        {draws.map((draw) => (
          <li key={draw.id} className="rounded-md border border-rule bg-sheet p-4">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
              <h2 className="text-lg [overflow-wrap:anywhere]">
                <Link to={`/draws/${draw.slug}`}>{inLanguage(locale, draw.title)}</Link>
              </h2>
              <DrawState state={draw.state} method={draw.method} />
            </div>
            <p className="mt-1 text-ink-soft">
              {t("draws.listed", { moment: moment(draw.drawAt), entries: points(draw.entries) })}
            </p>
          </li>
        ))}
      </ul>
      <Pager
        label={t("draws.pages")}
        newer={isFirst ? undefined : { to: "/draws", label: t("draws.first") }}
        older={next ? { to: `/draws?after=${next}`, label: t("draws.more") } : undefined}
      />
    </>
  );
}
