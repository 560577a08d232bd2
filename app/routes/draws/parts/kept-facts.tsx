import { Link } from "@remix-run/react";
import type { KeptDraw } from "#app/modules/draws/load-kept-draw.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { type Fact, KeyValue } from "#app/ui/key-value.tsx";
import { Section } from "#app/ui/page.tsx";

/** What was settled of a draw, for those who keep it. */
export function KeptFacts({ draw }: { draw: KeptDraw }) {
  const { t, locale } = useWords();
  const { moment, points, calendarDay } = useFigures();
  const { draft, frozenAt, value, calledOff } = draw;
  const { entrants, how, prizes } = draft;
  const facts: (Fact | false | null)[] = [
    { label: t("drawKeeping.drawAt"), value: moment(draw.drawnAt ?? draft.drawAt) },
    {
      label: t("drawKeeping.form.of"),
      value:
        entrants.of === "visits"
          ? t("drawKeeping.ofVisits", {
              from: calendarDay(entrants.from),
              through: calendarDay(entrants.through),
            })
          : draw.event && (
              <Link to={`/admin/events/${entrants.eventId}/parties`}>
                {t(`drawKeeping.ofEvent.${entrants.of}`, {
                  event: inLanguage(locale, draw.event.title),
                })}
              </Link>
            ),
    },
    draft.onePerHousehold && { label: t("drawKeeping.form.onePerHousehold"), value: "✓" },
    draft.mustBePresent && { label: t("drawKeeping.form.mustBePresent"), value: "✓" },
    {
      label: t("drawKeeping.form.prizes"),
      value: (
        <ul className="[overflow-wrap:anywhere]">
          {prizes.map(({ title, count }) => (
            <li key={title.en}>{`${count} × ${inLanguage(locale, title)}`}</li>
          ))}
        </ul>
      ),
    },
    { label: t("drawKeeping.form.claimBy"), value: calendarDay(draft.claimBy) },
    "pickedBy" in how
      ? { label: t("drawKeeping.form.pickedBy"), value: inLanguage(locale, how.pickedBy) }
      : draw.named && {
          label: t("drawKeeping.value"),
          value: inLanguage(locale, draw.named.name),
        },
    frozenAt && { label: t("drawKeeping.frozenAt"), value: moment(frozenAt) },
    frozenAt && { label: t("drawKeeping.entries"), value: points(draw.entries) },
    calledOff && { label: t("drawKeeping.callOff"), value: inLanguage(locale, calledOff) },
  ];
  return (
    <Section id="facts" title={t("drawKeeping.facts")} className="max-w-2xl">
      <KeyValue facts={facts.filter((fact): fact is Fact => Boolean(fact))} />
      {value !== null && <Code label={t("drawKeeping.value.was")} code={value} />}
      {draw.fingerprint && <Code label={t("drawKeeping.fingerprint")} code={draw.fingerprint} />}
    </Section>
  );
}

/** A long code, which breaks anywhere on a narrow screen. */
const Code = ({ label, code }: { label: string; code: string }) => (
  <p className="mt-3 text-[0.9375rem]">
    <span className="text-ink-soft">{label}</span>
    <br />
    <span className="font-mono text-[0.875rem] break-all">{code}</span>
  </p>
);
