import type { DecisionAnswer } from "#app/modules/adjustments/decide-adjustment.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Notice } from "#app/ui/notice.tsx";

type Refusal = Exclude<Extract<DecisionAnswer, { ok: false }>["refusal"], "no-such-request">;

interface ApprovalNewsProps {
  done: "booked" | "refused" | "withdrawn" | "overtaken" | null;
  answer: { refusal: Refusal | null; available: number | null } | undefined;
}

/** What became of the answer that was just given. */
export function ApprovalNews({ done, answer }: ApprovalNewsProps) {
  const t = useT();
  const figures = useFigures();
  if (answer?.refusal) {
    return (
      <div className="mb-6">
        <Notice tone="refusal">
          {t(`approvals.refused.${answer.refusal}`, {
            available: figures.points(answer.available ?? 0),
          })}
        </Notice>
      </div>
    );
  }
  if (!done) return null;
  return (
    <div className="mb-6">
      <Notice tone="ok">{t(`approvals.done.${done}`)}</Notice>
    </div>
  );
}
