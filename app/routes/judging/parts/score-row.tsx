import type { JudgeSheet } from "#app/modules/judging/load-judge-sheet.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";

const TEN = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

interface ScoreRowProps {
  criterion: JudgeSheet["criteria"][number];
  /** Of all weights. */
  sum: number;
  value: number | undefined;
  /** Null before scripts run: the form holds it then. */
  onGive: ((value: number) => void) | null;
}

/** One to ten for one criterion, each as large as a thumb. */
export function ScoreRow({ criterion, sum, value, onGive }: ScoreRowProps) {
  const { t, locale } = useWords();
  const { key, name, weight } = criterion;
  return (
    <fieldset>
      <legend className="mb-1">
        {t("judging.criterion", { name: inLanguage(locale, name), weight, sum })}
      </legend>
      <div className="grid grid-cols-5 gap-1.5">
        {TEN.map((each) => (
          <label
            key={each}
            className="figure flex min-h-12 cursor-pointer items-center justify-center rounded-md border border-rule-strong bg-sheet text-lg has-checked:border-accent has-checked:bg-accent has-checked:font-semibold has-checked:text-paper has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={`value-${key}`}
              value={each}
              checked={value === each}
              onChange={() => onGive?.(each)}
              aria-label={t("judging.value", { value: each })}
              className="sr-only"
            />
            <span aria-hidden="true">{each}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
