import type { CarRefusal } from "#app/modules/joining/joiners-car.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Notice } from "#app/ui/notice.tsx";

/** Why there is no card yet. */
export type JoinTrouble = CarRefusal | "mistakes" | "too-many";

/** Says why there is no card yet, above the form with everything that was typed. */
export function JoinNotice({ trouble, minutes }: { trouble: JoinTrouble; minutes: number }) {
  const t = useT();
  // That a car needs a proof is the page itself, and no mistake of anybody's.
  if (trouble === "needs-proof") return null;
  return (
    <div className="mb-6">
      <Notice tone="refusal" title={t("join.notYet")}>
        {trouble === "too-many" ? t("join.tooMany", { minutes }) : t(`join.trouble.${trouble}`)}
      </Notice>
    </div>
  );
}
