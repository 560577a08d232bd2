import type { ShownContest } from "#app/modules/contests/load-contests.server.ts";
import type { EventBracket } from "#app/modules/events/plan.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { KeyValue } from "#app/ui/key-value.tsx";
import { Section } from "#app/ui/page.tsx";

interface ContestFactsProps {
  contest: ShownContest;
  brackets: readonly EventBracket[];
}

/** What a contest is, as it was set up. */
export function ContestFacts({ contest, brackets }: ContestFactsProps) {
  const { t, locale } = useWords();
  const { points, moment } = useFigures();
  const { terms, counts } = contest;
  const nameOf = (key: string | null) => {
    const bracket = brackets.find((each) => each.key === key);
    return bracket ? inLanguage(locale, bracket.name) : t("contestKeeping.noBracket");
  };
  const isOne = contest.brackets.length === 0;
  const facts = [
    { label: t("contestKeeping.facts.kind"), value: t(`contestKeeping.kind.${terms.kind}`) },
    {
      label: t("contestKeeping.form.openTo"),
      value: t(`contestKeeping.form.openTo.${contest.openTo}`),
    },
    {
      label: t("contestKeeping.form.brackets"),
      value: isOne
        ? t("contestKeeping.facts.oneRanking")
        : contest.brackets.map(nameOf).join(" · "),
    },
    {
      label: t("contestKeeping.facts.entries"),
      value:
        counts
          .map(({ bracket, entries }) =>
            isOne ? points(entries) : `${nameOf(bracket)}: ${points(entries)}`,
          )
          .join(" · ") || "0",
    },
    ...(terms.kind === "pictures"
      ? [
          {
            label: t("contestKeeping.facts.criteria"),
            value: terms.criteria
              .map(({ name, weight }) => `${inLanguage(locale, name)} ${weight}`)
              .join(" · "),
          },
          {
            label: t("contestKeeping.form.entriesUntil"),
            value: contest.entriesUntil
              ? moment(contest.entriesUntil)
              : t("contestKeeping.facts.spotOnly"),
          },
        ]
      : []),
    ...(terms.kind === "measured"
      ? [
          {
            label: t("contestKeeping.form.measure"),
            value: `${t(`contestKeeping.form.measure.${terms.measure}`)} · ${t(
              `contestKeeping.form.better.${terms.better}`,
            )}`,
          },
          { label: t("contestKeeping.form.attempts"), value: points(terms.attempts) },
        ]
      : []),
    ...(terms.kind === "chosen"
      ? [{ label: t("contestKeeping.form.by"), value: t(`contestKeeping.form.by.${terms.by}`) }]
      : []),
    ...(contest.tieCommitment
      ? [
          {
            label: t("contestKeeping.facts.commitment"),
            value: <code className="break-all text-[0.875rem]">{contest.tieCommitment}</code>,
          },
        ]
      : []),
  ];
  return (
    <Section id="facts" title={t("contestKeeping.facts")}>
      <KeyValue facts={facts} />
      {inLanguage(locale, contest.about) !== "" && (
        <p className="mt-4 max-w-prose whitespace-pre-line">{inLanguage(locale, contest.about)}</p>
      )}
    </Section>
  );
}
