import { countOf } from "#app/modules/attendance/presence.ts";
import { formatTime } from "#app/platform/words/format.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { cx } from "#app/ui/cx.ts";
import type { CheckInState } from "./use-check-in.ts";

/** What is never out of sight: what has not been sent, whether there is a network, how old the list is, who is in. */
export function StatusStrip({ state }: { state: CheckInState }) {
  const { t, locale, timeZone } = useWords();
  const { unsent, isOnline, list, stays } = state;
  const { came, inside } = countOf(stays);
  return (
    <div
      role="status"
      className={cx(
        "sticky top-0 z-10 grid grid-cols-2 gap-x-4 gap-y-1 rounded-md border px-4 py-3",
        unsent.length > 0 ? "border-warn bg-warn-wash" : "border-rule bg-sheet",
      )}
    >
      <p className="text-lg font-semibold">{t("attendance.unsent", { count: unsent.length })}</p>
      <p className="text-right text-lg">
        {t(isOnline ? "attendance.online" : "attendance.offline")}
      </p>
      <p className="figure text-lg break-keep">{t("attendance.count", { came, inside })}</p>
      <p className="text-right">
        {list
          ? t("attendance.listOf", { time: formatTime(list.asOf, locale, timeZone) })
          : t("attendance.noList")}
      </p>
    </div>
  );
}
