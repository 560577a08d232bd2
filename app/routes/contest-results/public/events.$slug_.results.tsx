import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadPublicResults } from "#app/modules/contest-results/load-public-results.server.ts";
import { db } from "#app/platform/db.server.ts";
import { readPreferences } from "#app/platform/preferences.server.ts";
import { RowId } from "#app/platform/row-id.ts";
import { packedCatalog, translator } from "#app/platform/words/catalogs.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords, WordsProvider } from "#app/platform/words/words.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { PublicResultView } from "../parts/public-result.tsx";

/** Open to everybody: who won what in an event's contests, by numbers, with how that was decided. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale } = await readPreferences(request);
  const { searchParams } = new URL(request.url);
  const [contest, version] = ["contest", "version"].map((name) =>
    RowId.safeParse(searchParams.get(name)),
  );
  const asked =
    contest?.success && version?.success
      ? { contestId: contest.data, version: version.data }
      : null;
  const found = await loadPublicResults(db(), params.slug ?? "", asked);
  if (!found) throw new Response(null, { status: 404 });
  const t = translator(locale);
  return {
    ...found,
    locale,
    words: packedCatalog(locale, ["contest-results"]),
    title: `${t("results.title")} · ${inLanguage(locale, found.event)}`,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function PublicResultsPage() {
  const { locale, words } = useLoaderData<typeof loader>();
  return (
    <WordsProvider locale={locale} messages={words}>
      <Results />
    </WordsProvider>
  );
}

function Results() {
  const { t, locale } = useWords();
  const { slug, event, results } = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto max-w-3xl">
      <BackLink to={`/events/${slug}`}>{inLanguage(locale, event)}</BackLink>
      <PageHeader title={t("results.title")} lead={t("results.lead")} />
      {results.map((result) => (
        <PublicResultView key={result.contestId} slug={slug} result={result} />
      ))}
    </div>
  );
}
