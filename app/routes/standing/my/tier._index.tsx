import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { entryTitle } from "#app/modules/points/entry-words.ts";
import { loadTierPage } from "#app/modules/standing/load-tier-page.server.ts";
import { db } from "#app/platform/db.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";
import { useClub } from "#app/site/root-data.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { KeyValue } from "#app/ui/key-value.tsx";
import { Spread } from "#app/ui/owner-shell.tsx";
import { PageHeader, Section } from "#app/ui/page.tsx";
import { TierMark } from "#app/ui/tier-mark.tsx";
import { GoldForMoney } from "../parts/gold-for-money.tsx";
import { StandingDial } from "../parts/standing-dial.tsx";
import { standingSentence } from "../parts/standing-words.ts";
import { TierTerms } from "../parts/tier-terms.tsx";

/** Members: where they stand, and by which of their orders. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { member, t } = await readOwnerRequest(request);
  return { page: await loadTierPage(db(), member), title: t("tiers.title") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** What silver and gold are, and what is between them. */
export default function Tier() {
  const t = useT();
  const figures = useFigures();
  const { englishStores } = useClub();
  const { page } = useLoaderData<typeof loader>();
  const { standing, counted, others, rules } = page;
  const { tier } = standing.standing;
  return (
    <Spread
      left={
        <>
          <PageHeader
            title={t("tiers.title")}
            lead={<TierMark tier={tier}>{t(`tiers.you.${tier}`)}</TierMark>}
          />
          <StandingDial standing={standing} needed={rules.tiers.goldStatusPoints} />
          <p className="mt-5 text-lg">{standingSentence(standing, t, figures)}</p>
          <GoldForMoney standing={standing.standing} rules={rules} />
        </>
      }
      right={
        <>
          <Section id="counted" title={t("tiers.counted")}>
            {counted.length === 0 ? (
              <p className="border-y border-rule py-4">{t("tiers.nothingCounted")}</p>
            ) : (
              <KeyValue
                facts={[
                  ...counted.map((entry) => ({
                    label: (
                      <>
                        <Link to={`/my/points/${entry.entryId}`}>
                          {entryTitle(t, entry.kind, entry.meta, englishStores)}
                        </Link>
                        <span className="block">{figures.day(entry.countsAt)}</span>
                      </>
                    ),
                    value: <span className="figure">{figures.change(entry.points)}</span>,
                  })),
                  ...(others.entries > 0
                    ? [
                        {
                          label: t("tiers.others", { entries: others.entries }),
                          value: <span className="figure">{figures.change(others.points)}</span>,
                        },
                      ]
                    : []),
                  {
                    label: <b className="text-ink">{t("tiers.sum")}</b>,
                    value: <b className="figure">{figures.points(standing.status)}</b>,
                  },
                ]}
              />
            )}
            <p className="mt-3 max-w-prose text-[0.9375rem] text-ink-soft">
              {t("tiers.statusWhat", { months: rules.tiers.windowMonths })}
            </p>
          </Section>
          <TierTerms rules={rules} programmeBonus={page.programmeBonus} />
        </>
      }
    />
  );
}
