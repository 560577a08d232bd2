import { Link } from "@remix-run/react";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Notice } from "#app/ui/notice.tsx";
import type { CountAnswer, SheetLine } from "./count-sheet.tsx";
import { stockTitle } from "./places.ts";

/** What a stock-taking found, and what of it has to be counted again. */
export function CountNews({ answer, lines }: { answer: CountAnswer; lines: SheetLine[] }) {
  const t = useT();
  const figures = useFigures();
  const { result } = answer;
  const nameOf = (itemId: number) => {
    const line = lines.find((each) => each.itemId === itemId);
    return line ? stockTitle(t, line.names) : t("stock.number", { id: itemId });
  };
  if (!result) {
    return (
      <div className="mb-6 print:hidden" id="counted">
        <Notice tone="refusal" title={t("giftKeeping.refused")}>
          {t(answer.nothing ? "stock.count.nothing" : "giftKeeping.refused.mistakes")}
        </Notice>
      </div>
    );
  }
  const differing = result.counted.filter(({ difference }) => difference !== 0);
  return (
    <div className="mb-6 grid gap-4 print:hidden" id="counted">
      {result.counted.length > 0 && (
        <Notice tone="ok" title={t("stock.count.done", { count: result.counted.length })}>
          {differing.length === 0 ? (
            t("stock.count.agrees")
          ) : (
            <ul>
              {differing.map(({ itemId, difference }) => (
                <li key={itemId}>
                  {t("stock.count.difference", {
                    name: nameOf(itemId),
                    change: figures.change(difference),
                  })}
                </li>
              ))}
            </ul>
          )}
        </Notice>
      )}
      {result.again.length > 0 && (
        <Notice tone="refusal" title={t("stock.count.again")}>
          <ul>
            {result.again.map(({ itemId, onHand }) => (
              <li key={itemId}>
                {t("stock.count.moved", { name: nameOf(itemId), onHand: figures.points(onHand) })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {result.short.length > 0 && (
        <Notice tone="warn" title={t("stock.count.short")}>
          <ul>
            {result.short.map(({ itemId, onHand, promised }) => (
              <li key={itemId}>
                <Link to={`/admin/stock/${itemId}`} className="text-accent underline">
                  {t("stock.count.shortBy", {
                    name: nameOf(itemId),
                    promised: figures.points(promised),
                    onHand: figures.points(onHand),
                    count: promised - onHand,
                  })}
                </Link>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}
