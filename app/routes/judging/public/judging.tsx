import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readPreferences } from "#app/platform/preferences.server.ts";
import { packedCatalog, translator } from "#app/platform/words/catalogs.server.ts";
import { useT, WordsProvider } from "#app/platform/words/words.tsx";
import { PageHeader, Section } from "#app/ui/page.tsx";

export const handle = { wide: true };

/** Everybody: how a ranking is reckoned, so that anybody can do it again. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { locale } = await readPreferences(request);
  const title = translator(locale)("judging.how.title");
  return { locale, words: packedCatalog(locale, ["judging"]), title };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function HowJudged() {
  const { locale, words } = useLoaderData<typeof loader>();
  return (
    <WordsProvider locale={locale} messages={words}>
      <Rule />
    </WordsProvider>
  );
}

const STEPS = ["points", "standard", "total", "ties", "draw"] as const;

function Rule() {
  const t = useT();
  return (
    <>
      <PageHeader title={t("judging.how.title")} lead={t("judging.how.lead")} />
      <Section id="why" title={t("judging.how.why")}>
        <p className="max-w-prose">{t("judging.how.why.text")}</p>
      </Section>
      <Section id="steps" title={t("judging.how.steps")}>
        <ol className="grid max-w-prose list-decimal gap-3 ps-6">
          {STEPS.map((step) => (
            <li key={step}>{t(`judging.how.${step}`)}</li>
          ))}
        </ol>
        <p className="mt-4 max-w-prose">{t("judging.how.others")}</p>
        <p className="mt-4 max-w-prose">{t("judging.how.sheet")}</p>
      </Section>
    </>
  );
}
