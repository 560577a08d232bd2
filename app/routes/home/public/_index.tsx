import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { clubImpactLines } from "#app/modules/impact/club-impact-lines.ts";
import { loadClubImpact } from "#app/modules/impact/load-impact.server.ts";
import { db } from "#app/platform/db.server.ts";
import { readPreferences } from "#app/platform/preferences.server.ts";
import { translator } from "#app/platform/words/catalogs.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { ClubImpact } from "#app/site/club-impact.tsx";
import { DemoLetters } from "#app/site/demo-letters.tsx";
import { useClub } from "#app/site/root-data.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { CardPair } from "#app/ui/card-pair.tsx";
import { CarFrontDrawing } from "#app/ui/drawings/car-front.tsx";
import { RoadAheadDrawing } from "#app/ui/drawings/road-ahead.tsx";
import { ServiceBayDrawing } from "#app/ui/drawings/service-bay.tsx";
import { MemberCard } from "#app/ui/member-card.tsx";
import { Notice } from "#app/ui/notice.tsx";

export const handle = { wide: true };

/** Open to everybody: what the club is, and what it has done together. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { locale } = await readPreferences(request);
  const { timeZone } = await loadClub();
  const together = await loadClubImpact(db(), timeZone);
  return { together: clubImpactLines(together, translator(locale)) };
}

const REASONS = [
  { drawing: <ServiceBayDrawing />, name: "points" },
  { drawing: <RoadAheadDrawing />, name: "tier" },
  { drawing: <CarFrontDrawing />, name: "history" },
] as const;

export default function Welcome() {
  const t = useT();
  const club = useClub();
  const { together } = useLoaderData<typeof loader>();
  return (
    <>
      <div className="grid items-center gap-10 min-[56rem]:grid-cols-2 min-[56rem]:gap-16">
        <div>
          <h1>{t("welcome.title")}</h1>
          <p className="mt-4 max-w-prose text-lg text-ink-soft">{t("welcome.lead")}</p>
          <div className="mt-7 flex flex-wrap gap-3">
            <ButtonLink to="/join">{t("welcome.join")}</ButtonLink>
            <ButtonLink to="/sign-in" look="quiet">
              {t("welcome.signIn")}
            </ButtonLink>
          </div>
          <p className="mt-4 max-w-prose text-ink-soft">{t("welcome.already")}</p>
        </div>
        <div>
          <CardPair back={<SampleCard tier="silver" />} front={<SampleCard tier="gold" />} />
        </div>
      </div>
      {club.demo && (
        <div className="mt-10 grid gap-3">
          <Notice tone="info">{t("welcome.demo")}</Notice>
          <DemoLetters />
        </div>
      )}
      <ClubImpact lines={together} className="mt-10" />
      <section aria-labelledby="why" className="mt-14 border-t border-rule pt-8">
        <h2 id="why">{t("welcome.why.title")}</h2>
        <ul className="mt-6 grid gap-x-10 gap-y-8 min-[48rem]:grid-cols-3">
          {REASONS.map(({ drawing, name }) => (
            <li key={name}>
              <div className="max-w-56">{drawing}</div>
              <h3 className="mt-4">{t(`welcome.${name}.title`)}</h3>
              <p className="mt-1 text-ink-soft">{t(`welcome.${name}.body`)}</p>
            </li>
          ))}
        </ul>
        <p className="mt-8 flex flex-wrap gap-x-8 gap-y-3">
          <Link to="/gifts">{t("welcome.gifts")}</Link>
          <Link to="/refer">{t("welcome.refer")}</Link>
        </p>
      </section>
    </>
  );
}

function SampleCard({ tier }: { tier: "silver" | "gold" }) {
  const t = useT();
  const club = useClub();
  return (
    <MemberCard
      id={`sample-${tier}`}
      club={club.name}
      tier={tier}
      tierName={t(`tier.${tier}`)}
      name={t("welcome.sample.name")}
      number="M00000000"
      since={t("welcome.sample.since")}
    />
  );
}
