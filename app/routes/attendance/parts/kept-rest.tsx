import { useEffect, useState } from "react";
import { useT } from "#app/platform/words/words.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { deviceStore, type QueuedMark } from "./device-store.ts";
import { SaveMarks } from "./save-marks.tsx";

/** The link is over and takes nothing more: what this device marked by it and never sent is saved as a file. */
export function KeptRest({ eventId }: { eventId: number }) {
  const t = useT();
  const [unsent, setUnsent] = useState<readonly QueuedMark[]>([]);
  useEffect(() => {
    const read = async () => setUnsent(await (await deviceStore()).readQueue(eventId));
    // A device that keeps nothing has nothing to save.
    read().catch(() => {});
  }, [eventId]);
  if (unsent.length === 0) return null;
  return (
    <Notice tone="refusal" title={t("attendance.over")}>
      <div className="grid gap-3">
        <p>{t("attendance.over.what", { count: unsent.length })}</p>
        <SaveMarks eventId={eventId} unsent={unsent} />
      </div>
    </Notice>
  );
}
