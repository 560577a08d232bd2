import type { Mark } from "#app/modules/attendance/mark.ts";
import { useT } from "#app/platform/words/words.tsx";
import type { QueuedMark } from "./device-store.ts";
import { SaveMarks } from "./save-marks.tsx";
import { readSavedMarks } from "./saved-marks.ts";

interface UnsentMarksProps {
  eventId: number;
  unsent: readonly QueuedMark[];
  /** Takes over what another device saved; only where whoever is here may. */
  onTakeOver: ((marks: readonly Mark[]) => void) | null;
}

/** What has not been sent can be saved as a file, and sent from another device. */
export function UnsentMarks({ eventId, unsent, onTakeOver }: UnsentMarksProps) {
  const t = useT();
  return (
    <div className="grid gap-3">
      <p>{t("attendance.unsent.about")}</p>
      <SaveMarks eventId={eventId} unsent={unsent} />
      {onTakeOver && (
        <div>
          <label htmlFor="saved-marks" className="mb-1 block font-semibold">
            {t("attendance.unsent.takeOver")}
          </label>
          <input
            id="saved-marks"
            type="file"
            accept="application/json,.json"
            onChange={async (event) => {
              const file = event.target.files?.[0];
              if (file) onTakeOver(readSavedMarks(await file.text(), eventId));
            }}
          />
        </div>
      )}
    </div>
  );
}
