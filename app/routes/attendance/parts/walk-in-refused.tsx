import { useT } from "#app/platform/words/words.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { WalkInRefusal } from "./walk-in-request.server.ts";

/** Why a family was not registered, and what to do: what was typed is still there. */
export function WalkInRefused({ refusal }: { refusal: WalkInRefusal }) {
  const t = useT();
  if (refusal.why !== "party") {
    return (
      <Notice tone="refusal" title={t("attendance.walkIn.refused")}>
        {t(`attendance.walkIn.refused.${refusal.why}`)}
      </Notice>
    );
  }
  return (
    <Notice tone="refusal" title={t("attendance.walkIn.refused")}>
      <ul className="list-disc pl-5">
        {refusal.problems.map((problem) => (
          <li key={problem}>{t(`attendance.walkIn.problem.${problem}`)}</li>
        ))}
      </ul>
    </Notice>
  );
}
