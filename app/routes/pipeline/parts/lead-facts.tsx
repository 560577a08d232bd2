import { Link } from "@remix-run/react";
import { groupPhone } from "#app/modules/person/contact-spelling.ts";
import type { LeadPage } from "#app/modules/pipeline/load-lead-page.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { KeyValue } from "#app/ui/key-value.tsx";
import { Section } from "#app/ui/page.tsx";
import { LeadBadge } from "./lead-badge.tsx";

/** Who the friend is, who named them, whose the lead is, and until when it holds. */
export function LeadFacts({ lead }: { lead: LeadPage }) {
  const t = useT();
  const figures = useFigures();
  const none = (words: string) => <span className="text-ink-soft">{words}</span>;
  const { friend, referrer, member } = lead;
  const open = lead.ended === null && lead.stage !== "delivered";
  const facts = [
    {
      label: t("pipeline.fact.phone"),
      value: friend.phone ? groupPhone(friend.phone) : none(t("pipeline.none")),
    },
    friend.email && {
      label: t("pipeline.fact.email"),
      value: <span className="break-all">{friend.email}</span>,
    },
    { label: t("pipeline.col.model"), value: lead.model || none(t("pipeline.model.open")) },
    {
      label: t("pipeline.col.referrer"),
      value: referrer ? <bdi>{referrer.name}</bdi> : none(t("pipeline.referrer.gone")),
    },
    {
      label: t("pipeline.fact.came"),
      value: t("pipeline.fact.cameHow", {
        day: figures.moment(lead.createdAt),
        how: t(`pipeline.source.${lead.source}`),
      }),
    },
    {
      label: t("pipeline.col.consultant"),
      value: lead.consultant ? (
        <bdi>{lead.consultant.name}</bdi>
      ) : (
        none(t("pipeline.consultant.none"))
      ),
    },
    {
      label: t("pipeline.col.store"),
      value: lead.store ? inLanguage(t.locale, lead.store.name) : none(t("pipeline.store.any")),
    },
    open && {
      label: t("pipeline.fact.holds"),
      value:
        lead.stage === "ordered"
          ? t("pipeline.fact.holds.ordered")
          : figures.lastDay(lead.holdsUntil),
    },
    member && {
      label: t("pipeline.fact.member"),
      value: (
        <Link to={`/admin/members/${member.number}`}>
          <bdi>{member.name}</bdi> <span className="whitespace-nowrap">{member.number}</span>
        </Link>
      ),
    },
  ];
  return (
    <Section id="facts" title={t("pipeline.fact.title")} more={<LeadBadge lead={lead} />}>
      <KeyValue facts={facts.filter((fact) => typeof fact === "object" && fact !== null)} />
      {friend.note && (
        <p className="mt-3 rounded-sm border border-rule bg-sheet p-3 break-words whitespace-pre-line">
          {friend.note}
        </p>
      )}
    </Section>
  );
}
