import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT } from "#app/platform/words/words.tsx";
import { countScored } from "./scored.ts";
import type { Judging } from "./use-judging.ts";

/** Who is judging what, how far, and whether everything has arrived; always in sight. */
export function JudgeStrip({ name, judging }: { name: string; judging: Judging }) {
  const t = useT();
  const { sheet, waiting, isReady } = judging;
  const { done, all } = countScored(sheet);
  return (
    <div className="sticky top-0 z-10 mb-4 flex flex-wrap items-baseline gap-x-6 gap-y-1 border-b border-rule bg-paper py-2">
      <h1 className="text-lg">{t("judging.isJudging", { name })}</h1>
      <p>{inLanguage(t.locale, sheet.title)}</p>
      <p className="figure">{t("judging.progress", { done, all })}</p>
      {isReady && (
        <p aria-live="polite" className={waiting > 0 ? "font-semibold text-warn" : "text-ink-soft"}>
          {waiting > 0 ? t("judging.waiting", { count: waiting }) : t("judging.saved")}
        </p>
      )}
    </div>
  );
}
