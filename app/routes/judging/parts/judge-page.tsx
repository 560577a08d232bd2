import { useSearchParams } from "@remix-run/react";
import type { EventBracket } from "#app/modules/events/plan.ts";
import type { JudgeSheet } from "#app/modules/judging/load-judge-sheet.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { EntryToScore } from "./entry-to-score.tsx";
import { HandOver } from "./hand-over.tsx";
import { type ActAnswer, JudgeNews } from "./judge-news.tsx";
import { JudgeOverview } from "./judge-overview.tsx";
import { JudgeStrip } from "./judge-strip.tsx";
import { useJudging } from "./use-judging.ts";

interface JudgePageProps {
  judgeId: number;
  name: string;
  token: string;
  sheet: JudgeSheet;
  other: { name: string } | null;
  now: number;
  brackets: readonly EventBracket[];
  answer: ActAnswer | null;
}

/** A judge's tablet: one picture after the other, or all of them with what is missing. */
export function JudgePage({ brackets, answer, ...page }: JudgePageProps) {
  const t = useT();
  const judging = useJudging(page);
  const [search] = useSearchParams();
  const { sheet } = judging;
  const at = sheet.entries.findIndex(({ number }) => String(number) === search.get("entry"));
  const other = judging.other ?? answer?.said?.other;
  return (
    <div className="-mt-4 min-[56rem]:-mt-9">
      <JudgeStrip name={page.name} judging={judging} />
      <JudgeNews token={page.token} name={page.name} judging={judging} answer={answer} />
      {other === undefined || other === null ? (
        <>
          {sheet.entries.length === 0 ? (
            <Notice>{t("judging.none")}</Notice>
          ) : at === -1 ? (
            <JudgeOverview
              sheet={sheet}
              token={page.token}
              brackets={brackets}
              waiting={judging.waiting}
            />
          ) : (
            <EntryToScore
              // Each entry has a form of its own.
              key={sheet.entries[at]?.id}
              {...{ at, token: page.token, brackets, judging }}
            />
          )}
          {at === -1 && <HandOver answer={answer} waiting={judging.waiting} />}
        </>
      ) : null}
    </div>
  );
}
