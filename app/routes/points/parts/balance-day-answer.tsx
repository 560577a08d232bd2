import type { ReactNode } from "react";
import type { BalanceDay } from "#app/modules/points/load-balance-day.server.ts";
import type { Day } from "#app/platform/club-time.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { PointsFigure } from "#app/ui/points-figure.tsx";
import { EntryList } from "#app/ui/stamped-entry.tsx";
import { OwnerEntry } from "./owner-entry.tsx";

/** A day's balance in words and a figure, with the entries that explain it. */
export function BalanceDayAnswer(props: { day: Day; answer: BalanceDay; now: Date }) {
  const { answer, now } = props;
  const t = useT();
  const figures = useFigures();
  const day = figures.calendarDay(props.day);
  if (answer.when === "before") {
    const joined = figures.calendarDay(answer.joinedOn);
    return <Answer>{t("onADay.before", { day, joined })}</Answer>;
  }
  if (answer.when === "future") {
    const { balance, left } = answer;
    return (
      <Answer>
        <PointsFigure
          size="large"
          label={t("onADay.future", { day })}
          value={figures.points(left)}
          unit={t("points.unit", { points: left })}
          note={t("onADay.futureWhy", {
            balance: figures.points(balance),
            lapsing: figures.points(balance - left),
          })}
        />
      </Answer>
    );
  }
  return (
    <>
      <Answer>
        <PointsFigure
          size="large"
          tone={answer.balance < 0 ? "refusal" : "ink"}
          label={answer.today ? t("onADay.now") : t("onADay.endOf", { day })}
          value={figures.points(answer.balance)}
          unit={t("points.unit", { points: answer.balance })}
          note={
            answer.lapsedSince > 0
              ? t("onADay.lapsedSince", { points: figures.points(answer.lapsedSince) })
              : t("onADay.counts")
          }
        />
      </Answer>
      {answer.entries.length === 0 ? (
        <p className="mt-4">{t("onADay.nothingYet")}</p>
      ) : (
        <section aria-labelledby="why" className="mt-8">
          <h2 id="why" className="mb-3">
            {t("onADay.why")}
          </h2>
          <EntryList>
            {answer.entries.map((entry) => (
              <OwnerEntry key={entry.entryId} entry={entry} now={now} />
            ))}
          </EntryList>
        </section>
      )}
    </>
  );
}

function Answer({ children }: { children: ReactNode }) {
  return (
    <div role="status" className="mt-8 border-t border-rule pt-6">
      {children}
    </div>
  );
}
