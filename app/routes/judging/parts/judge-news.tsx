import { useT } from "#app/platform/words/words.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { Judging } from "./use-judging.ts";

/** What the club answered to a form of a judge. */
export type ActAnswer = {
  said: {
    other?: string;
    missing?: number[];
    handOver?: "no-such-code" | "too-many";
    refused?: "own-child" | "withdrawn" | "unknown";
    number?: number;
  } | null;
};

interface JudgeNewsProps {
  token: string;
  name: string;
  judging: Judging;
  answer: ActAnswer | null;
}

/** What a judge has to know now: that somebody else judges here, that a score was not taken, or that the link is over. */
export function JudgeNews({ token, name, judging, answer }: JudgeNewsProps) {
  const t = useT();
  const said = answer?.said ?? null;
  const other = judging.other ?? said?.other;
  const refused =
    judging.refused ?? (said?.refused ? { outcome: said.refused, number: said.number ?? 0 } : null);
  if (other !== undefined && other !== null) {
    return (
      <Notice
        tone="refusal"
        title={other ? t("judging.other", { name: other }) : t("judging.other.somebody")}
        action={
          // A page of its own, not a step within this one: opening it is sitting down.
          <a href={`/judge/${token}`} className="button button-primary">
            <span>{t("judging.other.goOn", { name })}</span>
          </a>
        }
      >
        {t("judging.other.what")}
      </Notice>
    );
  }
  return (
    <div className="mb-4 grid gap-3 empty:hidden">
      {judging.isOver && (
        <Notice
          tone="refusal"
          title={t("judging.taken")}
          action={<a href={`/judge/${token}`}>{t("judging.reload")}</a>}
        />
      )}
      {judging.forgets && <Notice tone="warn">{t("judging.forgets")}</Notice>}
      {refused && (
        <Notice tone="warn">
          {t(`judging.refused.${refused.outcome}`, { number: refused.number })}
        </Notice>
      )}
      {said?.missing && (
        <Notice tone="warn">
          {t("judging.done.missing", { numbers: said.missing.join(", ") })}
        </Notice>
      )}
      {answer !== null && said === null && <Notice tone="warn">{t("judging.error.unread")}</Notice>}
    </div>
  );
}
