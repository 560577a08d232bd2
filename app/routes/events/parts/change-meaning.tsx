import type { MovedPart } from "#app/modules/events/moved.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Notice } from "#app/ui/notice.tsx";

/** What it means to those who registered that something moves, before it is saved. */
export function ChangeMeaning({ moved }: { moved: readonly MovedPart[] }) {
  const t = useT();
  return (
    <Notice tone="warn" title={t("eventKeeping.meaning")}>
      <ul className="list-disc pl-5">
        {moved.map((part) => (
          <li key={part}>{t(`eventKeeping.meaning.${part}`)}</li>
        ))}
      </ul>
      <p className="mt-2">{t("eventKeeping.meaning.lead")}</p>
    </Notice>
  );
}
