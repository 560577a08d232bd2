import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { EnglishStores } from "#app/modules/club/store-shown.ts";
import type { LotDrawn, StatementEntry } from "#app/modules/ledger/entry.ts";
import { entryArithmetic, entryReason, entryTitle } from "#app/modules/points/entry-words.ts";
import type { Translate } from "#app/platform/words/translate.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useClub } from "#app/site/root-data.ts";
import { type Figures, useFigures } from "#app/site/use-figures.ts";
import { Explanation } from "#app/ui/explanation.tsx";
import type { Fact } from "#app/ui/key-value.tsx";

interface EntryExplanationProps {
  entry: StatementEntry;
  /** Where one entry's page is, without its id: the owner's own, or the dealership's of a member. */
  entriesAt?: string;
  /** Where the page of a gift that was taken is, without its id. */
  redemptionsAt?: string;
  /** Names of those who adjust points by hand, for the dealership; owners are told of the club. */
  people?: Record<number, string>;
}

/** Why an entry is what it is: the sum in words, the rule, and the lots it made or drew from. */
export function EntryExplanation({
  entry,
  entriesAt = "/my/points",
  redemptionsAt = "/my/redemptions",
  people,
}: EntryExplanationProps) {
  const t = useT();
  const figures = useFigures();
  const { englishStores } = useClub();
  return (
    <Explanation
      arithmetic={entryArithmetic(t, entry.meta, figures)}
      facts={[
        ...subjectFacts(entry, t, figures),
        ...giftFacts(entry, t, redemptionsAt),
        ...contestFacts(entry, t),
        ...adjusterFacts(entry, t, people),
        ...lotFacts(entry, t, figures),
        ...drawnFacts(entry.lotsDrawn, t, figures, { entriesAt, englishStores }),
        ...owedFacts(entry, t, figures),
        ...linkFacts(entry, t, entriesAt),
      ]}
    />
  );
}

function subjectFacts({ meta, statusPoints }: StatementEntry, t: Translate, say: Figures): Fact[] {
  const facts: Fact[] = [];
  const add = (label: string, value: ReactNode) => facts.push({ label, value });
  if ("orderNumber" in meta && meta.orderNumber) add(t("entry.fact.order"), meta.orderNumber);
  if (meta.for === "service") {
    if (meta.car) add(t("entry.fact.car"), <bdi>{meta.car}</bdi>);
    const settled = meta.settledOn ? say.calendarDay(meta.settledOn) : t("entry.fact.settledLater");
    add(t("entry.fact.settled"), settled);
    if (meta.refundedMinor) add(t("entry.fact.refunded"), say.money(meta.refundedMinor));
  }
  if ("reason" in meta) add(t("entry.fact.reason"), <bdi>{entryReason(t, meta.reason)}</bdi>);
  if (statusPoints !== 0) add(t("entry.fact.status"), say.change(statusPoints));
  if ("ruleVersion" in meta && meta.ruleVersion) {
    add(t("entry.fact.rule"), t("entry.fact.ruleVersion", { version: meta.ruleVersion }));
  }
  return facts;
}

function giftFacts({ meta }: StatementEntry, t: Translate, redemptionsAt: string): Fact[] {
  if (meta.for !== "gift") return [];
  const value = (
    <Link to={`${redemptionsAt}/${meta.redemptionId}`}>{t("entry.link.openGift")}</Link>
  );
  return [{ label: t("entry.link.gift"), value }];
}

/** The number under which it was won, and the ranking that anybody can recompute. */
function contestFacts({ meta }: StatementEntry, t: Translate): Fact[] {
  if (meta.for !== "contest") return [];
  const { contestId, version, number } = meta;
  // A text, not a page of the site.
  const paper = (
    <a href={`/contests/${contestId}/ranking/${version}.txt`}>
      {t("entry.fact.rankingVersion", { version })}
    </a>
  );
  return [
    { label: t("entry.fact.contestNumber"), value: number },
    { label: t("entry.fact.ranking"), value: paper },
  ];
}

function adjusterFacts(
  { meta }: StatementEntry,
  t: Translate,
  people: Record<number, string> | undefined,
): Fact[] {
  if (meta.for !== "adjustment") return [];
  if (!people) return [{ label: t("entry.fact.adjustedBy"), value: t("entry.fact.theClub") }];
  const named = (id: number) => <bdi>{people[id] ?? t("entry.fact.theClub")}</bdi>;
  const asked = { label: t("entry.fact.adjustedBy"), value: named(meta.by) };
  if (!meta.approvedBy) return [asked];
  return [asked, { label: t("entry.fact.approvedBy"), value: named(meta.approvedBy) }];
}

function lotFacts({ lotsMade }: StatementEntry, t: Translate, say: Figures): Fact[] {
  return lotsMade.flatMap((lot) => [
    {
      label: t("entry.fact.available"),
      value: lot.availableAt ? say.day(lot.availableAt) : t("entry.fact.whenSettled"),
    },
    ...(lot.lapsesAt
      ? [{ label: t("entry.fact.usableThrough"), value: say.lastDay(lot.lapsesAt) }]
      : []),
    {
      label: t("entry.fact.left"),
      value: t("entry.fact.leftOf", {
        left: say.points(lot.remaining),
        points: say.points(lot.points),
      }),
    },
    ...(lot.repaidDebt > 0
      ? [{ label: t("entry.fact.repaid"), value: say.points(lot.repaidDebt) }]
      : []),
    ...(lot.grace ? [{ label: t("entry.fact.grace"), value: t("entry.fact.graceWhy") }] : []),
  ]);
}

function drawnFacts(
  lots: readonly LotDrawn[],
  t: Translate,
  say: Figures,
  { entriesAt, englishStores }: { entriesAt: string; englishStores: EnglishStores },
): Fact[] {
  return lots.map(({ use, points, lapsesAt, madeBy }) => ({
    label: t(`entry.drawn.${use}`, { points: say.points(Math.abs(points)) }),
    value: (
      <>
        <Link to={`${entriesAt}/${madeBy.entryId}`}>
          {entryTitle(t, madeBy.kind, madeBy.meta, englishStores)}
        </Link>
        {lapsesAt && (
          <span className="block text-ink-soft">
            {t("entry.drawn.through", { day: say.lastDay(lapsesAt) })}
          </span>
        )}
      </>
    ),
  }));
}

/** What a reversal found no longer there, and so became a debt. */
function owedFacts(
  { kind, points, lotsDrawn }: StatementEntry,
  t: Translate,
  say: Figures,
): Fact[] {
  if (kind !== "reverse") return [];
  const owed = lotsDrawn.reduce((left, lot) => left - lot.points, -points);
  if (owed <= 0) return [];
  return [{ label: t("entry.fact.owed"), value: say.points(owed) }];
}

function linkFacts(
  { reverses, reversedBy }: StatementEntry,
  t: Translate,
  entriesAt: string,
): Fact[] {
  const facts: Fact[] = [];
  const toEntry = (id: number) => <Link to={`${entriesAt}/${id}`}>{t("entry.link.open")}</Link>;
  if (reverses) facts.push({ label: t("entry.link.reverses"), value: toEntry(reverses) });
  if (reversedBy) facts.push({ label: t("entry.link.reversedBy"), value: toEntry(reversedBy) });
  return facts;
}
