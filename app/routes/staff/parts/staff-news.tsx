import { useT } from "#app/platform/words/words.tsx";
import { Notice } from "#app/ui/notice.tsx";

const NEWS = ["invited", "changed", "ended"] as const;

/** What has just been done about somebody who works here. */
export function StaffNews({ done }: { done: string | null }) {
  const t = useT();
  const news = NEWS.find((each) => each === done);
  if (!news) return null;
  return (
    <div className="mb-6">
      <Notice tone="ok">{t(`staffList.done.${news}`)}</Notice>
    </div>
  );
}
