import { ROW_ANSWERS, STORE_ANSWERS } from "#app/modules/order-questions/forms.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Notice } from "#app/ui/notice.tsx";

export const QUESTIONS_DONE = [...ROW_ANSWERS, ...STORE_ANSWERS, "explained"] as const;
export const QUESTIONS_REFUSED = ["answered", "no-store", "own-car"] as const;

interface QuestionsNewsProps {
  done: (typeof QUESTIONS_DONE)[number] | null;
  refused: (typeof QUESTIONS_REFUSED)[number] | null;
  /** Booked by the answer, as the address says it. */
  points: string;
}

/** What the last answer did. */
export function QuestionsNews({ done, refused, points }: QuestionsNewsProps) {
  const t = useT();
  const figures = useFigures();
  if (refused) {
    return (
      <div className="mb-8 max-w-3xl">
        <Notice tone="refusal">{t(`questions.refused.${refused}`)}</Notice>
      </div>
    );
  }
  if (!done) return null;
  const booked = /^-?\d{1,9}$/.test(points) ? Number(points) : 0;
  return (
    <div className="mb-8 max-w-3xl">
      <Notice tone="ok" title={t(`questions.done.${done}`)}>
        {booked === 0
          ? t("questions.points.none")
          : t("questions.points", { change: figures.change(booked) })}
      </Notice>
    </div>
  );
}
