import { useWords } from "#app/platform/words/words.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { StatusStrip } from "./status-strip.tsx";
import { UnsentMarks } from "./unsent-marks.tsx";
import { useCheckIn } from "./use-check-in.ts";

interface SendRestProps {
  eventId: number;
  gate: string;
  marksTo: string;
}

/** The day is over: a device that had no network sends what it marked, and shows nothing of anybody. */
export function SendRest({ eventId, gate, marksTo }: SendRestProps) {
  const { t } = useWords();
  const state = useCheckIn({ eventId, gate, marksTo, listAt: null });
  return (
    <div className="grid gap-5">
      <StatusStrip state={state} />
      <Notice title={t("attendance.dayOver")} announce={false}>
        {t("attendance.dayOver.what")}
      </Notice>
      <UnsentMarks eventId={eventId} unsent={state.unsent} onTakeOver={null} />
    </div>
  );
}
