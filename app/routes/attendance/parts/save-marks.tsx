import { useT } from "#app/platform/words/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { DownloadIcon } from "#app/ui/icons.tsx";
import type { QueuedMark } from "./device-store.ts";

interface SaveMarksProps {
  eventId: number;
  unsent: readonly QueuedMark[];
}

/** Saves what has not been sent as a file, which another device sends. */
export function SaveMarks({ eventId, unsent }: SaveMarksProps) {
  const t = useT();
  const save = () => {
    const file = new Blob([JSON.stringify({ eventId, marks: unsent })], {
      type: "application/json",
    });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = `check-in-${eventId}-${new Date().toISOString().slice(0, 16).replace(":", "")}.json`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <Button
      type="button"
      look="quiet"
      icon={<DownloadIcon size={18} />}
      disabled={unsent.length === 0}
      onClick={save}
    >
      {t("attendance.unsent.save", { count: unsent.length })}
    </Button>
  );
}
