import type { EventBracket } from "#app/modules/events/plan.ts";
import type { JudgeSheet, SheetEntry } from "#app/modules/judging/load-judge-sheet.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { ScoreRow } from "./score-row.tsx";

interface EntryPreviewProps {
  entry: SheetEntry;
  all: number;
  criteria: JudgeSheet["criteria"];
  brackets: readonly EventBracket[];
}

/** An entry as its judges see it; what is pressed here goes nowhere. */
export function EntryPreview({ entry, all, criteria, brackets }: EntryPreviewProps) {
  const { t, locale } = useWords();
  const bracket = brackets.find(({ key }) => key === entry.bracket);
  const sum = criteria.reduce((total, { weight }) => total + weight, 0);
  return (
    <div className="grid gap-6 min-[52rem]:grid-cols-[minmax(0,1fr)_24rem]">
      <div>
        <h2>{t("judging.entry", { number: entry.number })}</h2>
        <p className="mb-2 text-ink-soft">
          {bracket && `${inLanguage(locale, bracket.name)} · `}
          {t("judging.place", { at: 1, all })}
        </p>
        {entry.pictures.map((id, place) => (
          <img
            key={id}
            src={`/admin/contest-pictures/${id}/large`}
            alt={t("judging.picture", { number: entry.number, place: place + 1 })}
            className="max-h-[72dvh] w-full rounded-md bg-well object-contain"
          />
        ))}
      </div>
      <div className="grid content-start gap-4">
        {criteria.map((criterion) => (
          <ScoreRow key={criterion.key} {...{ criterion, sum }} value={undefined} onGive={null} />
        ))}
      </div>
    </div>
  );
}
