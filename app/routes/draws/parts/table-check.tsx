import { useCallback } from "react";
import { checkTable, type PublishedTable, tableSteps } from "#app/modules/draws/check-table.ts";
import { useT } from "#app/platform/words/words.tsx";
import { type CheckedHere, CheckHere } from "./checked-here.tsx";

/** All turns of a closed table as one's own browser comes to them. */
export function TableCheck({ id, published }: { id: number; published: PublishedTable }) {
  const t = useT();
  const check = useCallback(
    (text: string): CheckedHere => {
      const { steps, isRight } = checkTable(text, published);
      return {
        isRight,
        steps: tableSteps.map((step) => ({
          ...{ step, isRight: steps[step] },
          words: `draws.table.${step}.${steps[step] ? "right" : "wrong"}` as const,
        })),
      };
    },
    [published],
  );
  return (
    <CheckHere
      paper={`/prize-tables/${id}/table.txt`}
      check={check}
      words={{ byHand: t("draws.table.byHand"), right: t("draws.table.right") }}
    />
  );
}
