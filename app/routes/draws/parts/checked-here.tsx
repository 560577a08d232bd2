import { type ReactNode, useCallback, useEffect, useState } from "react";
import type { WordKey } from "#app/platform/words/translate.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckIcon, RefusalIcon } from "#app/ui/icons.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";

/** What was compared, each with the words for it, and whether all of it is right. */
export type CheckedHere = {
  isRight: boolean;
  steps: readonly { step: string; isRight: boolean; words: WordKey }[];
};

type Standing = "by-hand" | "under-way" | "unreachable" | CheckedHere;

interface CheckProps {
  /** Where the paper is. */
  paper: string;
  /** Pure, and the same as long as nothing else is published. */
  check: (text: string) => CheckedHere;
  words: Record<"byHand" | "right", ReactNode>;
}

/** Fetches the paper and works out the result again, here in the visitor's browser. */
function useCheck({ paper, check }: Pick<CheckProps, "paper" | "check">): [Standing, () => void] {
  // Without scripts it stays at this, and the page says how to do it by hand.
  const [standing, setStanding] = useState<Standing>("by-hand");
  const begin = useCallback(async () => {
    setStanding("under-way");
    try {
      const answer = await fetch(paper, { cache: "no-store" });
      setStanding(answer.ok ? check(await answer.text()) : "unreachable");
    } catch {
      setStanding("unreachable");
    }
  }, [paper, check]);
  useEffect(() => void begin(), [begin]);
  return [standing, begin];
}

/** A result as one's own browser comes to it, step by step. */
export function CheckHere({ words, ...what }: CheckProps) {
  const t = useT();
  const [standing, again] = useCheck(what);
  return (
    <Section id="check" title={t("draws.check")}>
      {standing === "by-hand" && <p className="max-w-prose">{words.byHand}</p>}
      {standing === "under-way" && <p role="status">{t("draws.check.underWay")}</p>}
      {standing === "unreachable" && (
        <Notice
          tone="warn"
          action={
            <Button type="button" look="quiet" onClick={again}>
              {t("draws.check.again")}
            </Button>
          }
        >
          {t("draws.check.unreachable")}
        </Notice>
      )}
      {typeof standing === "object" && (
        <Notice
          tone={standing.isRight ? "ok" : "refusal"}
          title={standing.isRight ? words.right : t("draws.check.wrong")}
        >
          <ul className="mt-2 grid gap-1.5">
            {standing.steps.map(({ step, isRight, words: said }) => (
              <li key={step} className="flex gap-2">
                <span className={isRight ? "text-accent" : "text-refusal"}>
                  {isRight ? <CheckIcon size={18} /> : <RefusalIcon size={18} />}
                </span>
                <span>{t(said)}</span>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </Section>
  );
}
