import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { loadRankingPage } from "#app/modules/judging/load-kept-judging.server.ts";
import { db } from "#app/platform/db.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader, Section } from "#app/ui/page.tsx";
import { RankedBracket } from "../parts/ranked-bracket.tsx";
import { RankingWaits } from "../parts/ranking-waits.tsx";
import { useFreshly } from "../parts/use-freshly.ts";

/** Whoever keeps judging: the ranking as it stands, with the arithmetic, or what it waits for. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t, locale } = await readStaffRequest(request, "judging.keep");
  const [eventId, contestId] = [rowIdIn(params.id), rowIdIn(params.contest)];
  const page = await loadRankingPage(db(), eventId, contestId);
  if (!page) throw new Response(null, { status: 404 });
  const title = t("judging.ranking.title", { contest: inLanguage(locale, page.contest.title) });
  return { ...page, eventId, title };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function KeptRanking() {
  const { t } = useWords();
  const { contest, sum, ranking, eventId, title } = useLoaderData<typeof loader>();
  useFreshly();
  const here = `/admin/events/${eventId}/contests/${contest.id}`;
  if (!ranking.ready) {
    return (
      <>
        <BackLink to={`${here}/judges`}>{t("judging.judge.back")}</BackLink>
        <PageHeader title={title} lead={t("judging.ranking.lead")} />
        <RankingWaits ranking={ranking} />
      </>
    );
  }
  const toDraw = ranking.brackets.some(({ places }) =>
    places.some(({ tie, rank }, at) => tie === "draw" && places[at + 1]?.rank === rank),
  );
  return (
    <>
      <BackLink to={`${here}/judges`}>{t("judging.judge.back")}</BackLink>
      <PageHeader
        title={title}
        lead={t("judging.ranking.lead")}
        actions={<ButtonLink to={`${here}/results`}>{t("resultKeeping.title")}</ButtonLink>}
      />
      {toDraw && contest.tieCommitment && (
        <div className="mb-6 [overflow-wrap:anywhere]">
          <Notice>{t("judging.ranking.draw", { commitment: contest.tieCommitment })}</Notice>
        </div>
      )}
      {ranking.brackets.map((bracket) => (
        <RankedBracket key={bracket.bracket} {...{ bracket, contest, sum }} />
      ))}
      <Section id="said" title={t("judging.ranking.said")}>
        <p className="max-w-prose">{t("judging.ranking.said.what", { sum })}</p>
        {ranking.excluded.map(({ id, name, why }) => (
          <p key={id} className="mt-2">
            {t("judging.ranking.excluded", { name, why })}
          </p>
        ))}
        <p className="mt-3 flex flex-wrap gap-x-6">
          <a
            className="inline-flex min-h-11 items-center"
            href={`${here}/ranking/sheet.txt`}
            download
          >
            {t("judging.ranking.sheet")}
          </a>
          <Link className="inline-flex min-h-11 items-center" to="/judging">
            {t("judging.ranking.rule")}
          </Link>
        </p>
      </Section>
    </>
  );
}
