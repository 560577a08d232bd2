import { useCallback } from "react";
import { checkDraw, checkSteps, type PublishedDraw } from "#app/modules/draws/check-draw.ts";
import { useT } from "#app/platform/words/words.tsx";
import { type CheckedHere, CheckHere } from "./checked-here.tsx";

/** A draw as one's own browser comes to it. */
export function DrawCheck({ slug, published }: { slug: string; published: PublishedDraw }) {
  const t = useT();
  const check = useCallback(
    (text: string): CheckedHere => {
      const { steps, isRight } = checkDraw(text, published);
      return {
        isRight,
        steps: checkSteps.map((step) => ({
          ...{ step, isRight: steps[step] },
          words: `draws.check.${step}.${steps[step] ? "right" : "wrong"}` as const,
        })),
      };
    },
    [published],
  );
  return (
    <CheckHere
      paper={`/draws/${slug}/list.txt`}
      check={check}
      words={{ byHand: t("draws.check.byHand"), right: t("draws.check.right") }}
    />
  );
}
