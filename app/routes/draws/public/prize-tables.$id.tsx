import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadPublicPrizeTable } from "#app/modules/draws/load-prize-tables.server.ts";
import { db } from "#app/platform/db.server.ts";
import { readPreferences } from "#app/platform/preferences.server.ts";
import { packedCatalog } from "#app/platform/words/catalogs.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords, WordsProvider } from "#app/platform/words/words.tsx";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { BackLink, PageHeader, Section } from "#app/ui/page.tsx";
import { Sealed } from "../parts/draw-seal.tsx";
import { TableCheck } from "../parts/table-check.tsx";
import { TablePrizes } from "../parts/table-prizes.tsx";

export const handle = { wide: true };

/** Open to everybody: a table from which every turn wins, and what its turns won, without whose they were. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale } = await readPreferences(request);
  const table = await loadPublicPrizeTable(db(), rowIdIn(params.id));
  if (!table) throw new Response(null, { status: 404 });
  return {
    locale,
    table,
    words: packedCatalog(locale, ["draws"]),
    title: inLanguage(locale, table.title),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function PublicPrizeTable() {
  const { locale, words } = useLoaderData<typeof loader>();
  return (
    <WordsProvider locale={locale} messages={words}>
      <Told />
    </WordsProvider>
  );
}

function Told() {
  const { t, locale } = useWords();
  const { table, title } = useLoaderData<typeof loader>();
  const { seed, turns, published } = table;
  return (
    <div className="max-w-3xl">
      <BackLink to="/draws">{t("draws.title")}</BackLink>
      <PageHeader title={title} lead={t("draws.everybodyWins")} />
      <TablePrizes
        prizes={table.prizes}
        words={{
          prize: t("draws.prize"),
          weight: t("draws.tickets"),
          won: t("draws.won"),
          left: t("draws.left"),
          endless: t("draws.endless"),
        }}
      />
      <Section id="sealed" title={t("draws.sealed")}>
        <dl className="grid gap-4">
          <Sealed label={t("draws.fingerprint")} code={table.fingerprint} />
          <Sealed label={t("draws.commitment")} code={table.commitment} />
          {seed && <Sealed label={t("draws.seed")} code={seed} />}
        </dl>
        <p className="mt-3 max-w-prose text-ink-soft">
          {t(seed ? "draws.table.open" : "draws.table.shut")}
        </p>
        <p className="mt-3">
          <a href={`/prize-tables/${table.id}/table.txt`} download>
            {t("draws.list")}
          </a>
        </p>
      </Section>
      {published && <TableCheck id={table.id} published={published} />}
      {turns.length > 0 && (
        <Section id="turns" title={t("draws.turns")}>
          <ul className="grid gap-1">
            {turns.map(({ turn, prize }) => (
              <li key={turn} className="flex gap-3">
                <span className="figure w-12 flex-none text-right">{turn}</span>
                <span className="min-w-0 [overflow-wrap:anywhere]">
                  {inLanguage(locale, prize)}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}
