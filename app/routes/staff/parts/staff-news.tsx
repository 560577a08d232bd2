import { useT } from "#app/platform/words/words.tsx";
import { Notice } from "#app/ui/notice.tsx";

/** What the pages about staff can have just done. */
export const STAFF_DONE = ["invited", "changed", "ended"] as const;

/** What has just been done about somebody who works here. */
export function StaffNews({ done }: { done: (typeof STAFF_DONE)[number] | null }) {
  const t = useT();
  if (!done) return null;
  return (
    <div className="mb-6">
      <Notice tone="ok">{t(`staffList.done.${done}`)}</Notice>
    </div>
  );
}
