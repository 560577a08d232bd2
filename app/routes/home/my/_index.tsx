import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { loadHome } from "#app/modules/home/load-home.server.ts";
import { loadVipUntil } from "#app/modules/referrals/load-referrals.server.ts";
import { db } from "#app/platform/db.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { NearestGoal } from "#app/routes/goals/parts/nearest-goal.tsx";
import { JoinedNotice, readJoined } from "#app/routes/joining/parts/joined-notice.tsx";
import { EntryLine, lineOf } from "#app/routes/points/parts/entry-line.tsx";
import { HomePoints } from "#app/routes/points/parts/home-points.tsx";
import { readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";
import { StandingDial } from "#app/routes/standing/parts/standing-dial.tsx";
import { standingSentence } from "#app/routes/standing/parts/standing-words.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { EmptyStatementDrawing } from "#app/ui/drawings/empty-statement.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Spread } from "#app/ui/owner-shell.tsx";
import { Section } from "#app/ui/page.tsx";
import { EntryList } from "#app/ui/stamped-entry.tsx";
import { NextAction } from "../parts/next-action.tsx";
import { OwnerCard } from "../parts/owner-card.tsx";
import { VipReferrer } from "../parts/vip-referrer.tsx";

/** Members: their own home. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { member, t } = await readOwnerRequest(request);
  const [{ latest, now, ...home }, vipUntil] = await Promise.all([
    loadHome(db(), member),
    loadVipUntil(db(), member.person.id),
  ]);
  const joined = readJoined(new URL(request.url).searchParams);
  return {
    home,
    latest: latest.map((entry) => lineOf(entry, now)),
    joined,
    vipUntil,
    title: t("home.title"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** The card, what it holds, the way to gold, one thing to do, and what happened last. */
export default function Home() {
  const t = useT();
  const figures = useFigures();
  const { home, latest, joined, vipUntil } = useLoaderData<typeof loader>();
  const { standing } = home;
  return (
    <>
      <h1 className="sr-only">{t("home.title")}</h1>
      {joined && <JoinedNotice joined={joined} available={home.points.available} />}
      <Spread
        left={
          <>
            <OwnerCard card={home.card} />
            <VipReferrer until={vipUntil} />
            <p className="mt-3 flex flex-wrap justify-between gap-x-6 text-[0.9375rem]">
              <Link to="/my/card">{t("home.largeCode")}</Link>
              <Link to="/my/referrals">{t("home.recommend")}</Link>
            </p>
            <HomePoints points={home.points} />
            {home.goal && <NearestGoal goal={home.goal} />}
          </>
        }
        right={
          <>
            <Section
              id="standing"
              title={t(standing.standing.tier === "gold" ? "home.keepGold" : "home.wayToGold")}
              more={<Link to="/my/tier">{t("home.aboutTiers")}</Link>}
            >
              <div className="flex items-center gap-5">
                <div className="w-36 flex-none xs:w-40">
                  <StandingDial standing={standing} needed={home.goldNeeds} />
                </div>
                <p className="max-w-[22rem] text-lg">{standingSentence(standing, t, figures)}</p>
              </div>
            </Section>
            {home.next && <NextAction next={home.next} />}
            <Section
              id="latest"
              title={t("home.latest")}
              more={latest.length > 0 ? <Link to="/my/points">{t("home.all")}</Link> : undefined}
            >
              {latest.length === 0 ? (
                <EmptyState drawing={<EmptyStatementDrawing />}>{t("points.empty")}</EmptyState>
              ) : (
                <EntryList>
                  {latest.map((line) => (
                    <EntryLine key={line.entryId} line={line} />
                  ))}
                </EntryList>
              )}
            </Section>
          </>
        }
      />
    </>
  );
}
