import type { WordKey } from "#app/platform/words/translate.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Notice } from "#app/ui/notice.tsx";

interface FormSaidProps {
  answer: { said: WordKey | null; minutes: number } | undefined;
  /** What is no refusal. */
  good?: WordKey;
}

/** What the club says to a form on the way in, above it. */
export function FormSaid({ answer, good }: FormSaidProps) {
  const t = useT();
  if (!answer?.said) return null;
  const words = t(answer.said, { minutes: answer.minutes });
  return (
    <div className="mb-6">
      {answer.said === good ? (
        <Notice tone="ok">{words}</Notice>
      ) : (
        <Notice tone="refusal" title={t("signIn.refused")}>
          {words}
        </Notice>
      )}
    </div>
  );
}
