import { useCallback, useEffect, useState } from "react";
import {
  type DrawCheck as Check,
  checkDraw,
  checkSteps,
  type PublishedDraw,
} from "#app/modules/draws/check-draw.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckIcon, RefusalIcon } from "#app/ui/icons.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";

type Standing = "by-hand" | "under-way" | "unreachable" | Check;

/** Fetches the list and draws it again, here in the visitor's browser. */
function useCheck(slug: string, published: PublishedDraw): [Standing, () => void] {
  // Without scripts it stays at this, and the page says how to do it by hand.
  const [standing, setStanding] = useState<Standing>("by-hand");
  const check = useCallback(async () => {
    setStanding("under-way");
    try {
      const answer = await fetch(`/draws/${slug}/list.txt`, { cache: "no-store" });
      setStanding(answer.ok ? checkDraw(await answer.text(), published) : "unreachable");
    } catch {
      setStanding("unreachable");
    }
  }, [slug, published]);
  useEffect(() => void check(), [check]);
  return [standing, check];
}

/** The draw as one's own browser comes to it, step by step. */
export function DrawCheck({ slug, published }: { slug: string; published: PublishedDraw }) {
  const t = useT();
  const [standing, again] = useCheck(slug, published);
  return (
    <Section id="check" title={t("draws.check")}>
      {standing === "by-hand" && <p className="max-w-prose">{t("draws.check.byHand")}</p>}
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
          title={t(standing.isRight ? "draws.check.right" : "draws.check.wrong")}
        >
          <ul className="mt-2 grid gap-1.5">
            {checkSteps.map((step) => {
              const right = standing.steps[step];
              return (
                <li key={step} className="flex gap-2">
                  <span className={right ? "text-accent" : "text-refusal"}>
                    {right ? <CheckIcon size={18} /> : <RefusalIcon size={18} />}
                  </span>
                  <span>{t(`draws.check.${step}.${right ? "right" : "wrong"}`)}</span>
                </li>
              );
            })}
          </ul>
        </Notice>
      )}
    </Section>
  );
}
