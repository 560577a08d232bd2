import { Link } from "@remix-run/react";
import type { ReferralLine } from "#app/modules/referrals/load-referrals.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { KeyRingDrawing } from "#app/ui/drawings/key-ring.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { ReferralBadge } from "./referral-badge.tsx";

interface ReferralLinesProps {
  list: { leads: ReferralLine[]; olderBefore: number | null; isFirst: boolean };
}

/** A referrer's leads as lines of the booklet: who, how it stands, and what it brought. */
export function ReferralLines({ list }: ReferralLinesProps) {
  const t = useT();
  const { leads, olderBefore, isFirst } = list;
  if (leads.length === 0) {
    return (
      <EmptyState
        drawing={<KeyRingDrawing />}
        action={
          <ButtonLink to="/my/referrals/new" look="quiet">
            {t("referrers.handInFirst")}
          </ButtonLink>
        }
      >
        {t("referrers.empty")}
      </EmptyState>
    );
  }
  return (
    <>
      <ul className="border-t border-rule">
        {leads.map((lead) => (
          <Line key={lead.id} lead={lead} />
        ))}
      </ul>
      <Pager
        label={t("referrers.pages")}
        newer={isFirst ? undefined : { to: "/my/referrals", label: t("referrers.newest") }}
        older={
          olderBefore === null
            ? undefined
            : { to: `/my/referrals?before=${olderBefore}`, label: t("referrers.older") }
        }
      />
    </>
  );
}

function Line({ lead }: { lead: ReferralLine }) {
  const t = useT();
  const figures = useFigures();
  const { id, name, at, standing, callBy, callIsLate, brought, pending, gifts } = lead;
  const callWords =
    callBy &&
    (callIsLate
      ? t("referrers.callLate")
      : t("referrers.callBy", { day: figures.lastWeekday(callBy), time: figures.time(callBy) }));
  return (
    <li className="border-b border-rule">
      <Link
        to={`/my/referrals/${id}`}
        className="flex min-h-16 items-start justify-between gap-4 py-3 text-ink no-underline hover:text-accent"
      >
        <span className="min-w-0">
          <span className="block font-semibold [overflow-wrap:anywhere]">
            {name === null ? t("referrers.aFriend") : <bdi>{name}</bdi>}
          </span>
          <span className="mt-0.5 block text-[0.9375rem] leading-snug text-ink-soft">
            {t("referrers.namedOn", { day: figures.day(at) })}
            {callBy && ` · ${callWords}`}
          </span>
        </span>
        <span className="max-w-[50%] flex-none text-right [overflow-wrap:anywhere]">
          <ReferralBadge standing={standing} />
          {brought > 0 && (
            <span className="mt-1 block">
              <span className="figure text-accent">{figures.change(brought)}</span>
              {pending > 0 && (
                <span className="block text-[0.875rem] text-ink-soft">
                  {t("referrers.pendingOf", { points: figures.points(pending) })}
                </span>
              )}
            </span>
          )}
          {gifts.map((gift) => (
            <span key={gift.en} className="mt-1 block text-[0.9375rem] text-accent">
              {inLanguage(t.locale, gift)}
            </span>
          ))}
        </span>
      </Link>
    </li>
  );
}
