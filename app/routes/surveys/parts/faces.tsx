import { Form } from "@remix-run/react";
import { type Score, scores } from "#app/modules/surveys/questions.ts";
import { useT } from "#app/platform/words/words.tsx";
import { cx } from "#app/ui/cx.ts";
import { Face } from "./face.tsx";

interface FacesProps {
  /** Where it is sent; the page that it stands on where none is named. */
  action?: string;
  /** What was said before. */
  chosen: Score | null;
  /** What they answer, for those who do not see it above. */
  label: string;
}

/** The one question: five faces, of which a press on one is the answer. */
export function Faces({ action, chosen, label }: FacesProps) {
  const t = useT();
  return (
    <Form method="post" action={action} aria-label={label} preventScrollReset>
      <input type="hidden" name="intent" value="score" />
      <div className="grid grid-cols-5 gap-1.5 xs:gap-2.5">
        {scores.toReversed().map((score) => (
          <button
            key={score}
            type="submit"
            name="score"
            value={score}
            aria-pressed={score === chosen}
            className={cx(
              "flex min-w-0 cursor-pointer flex-col items-center gap-1 rounded-md border px-0.5 py-2.5 text-[0.8125rem] leading-tight",
              score === chosen
                ? "border-accent bg-accent-wash font-semibold text-accent"
                : "border-rule-strong bg-sheet text-ink hover:border-accent",
            )}
          >
            <Face score={score} />
            <span className="text-balance">{t(`surveys.score.${score}`)}</span>
          </button>
        ))}
      </div>
    </Form>
  );
}
