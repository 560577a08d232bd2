import { useT } from "#app/platform/words/words.tsx";
import { Notice } from "#app/ui/notice.tsx";

/** What the pages of the garage can have just done. */
export const GARAGE_DONE = [
  "added",
  "granted",
  "claimed",
  "withdrawn",
  "sold",
  "back",
  "declined",
] as const;

interface GarageDoneProps {
  done: (typeof GARAGE_DONE)[number] | null;
  points?: number;
}

/** What has just been done in the garage, as the address says; nothing for an address without it. */
export function GarageDone({ done, points = 0 }: GarageDoneProps) {
  const t = useT();
  if (!done) return null;
  return (
    <div className="mb-6">
      <Notice tone="ok">
        {t(`garage.done.${done}`)} {points > 0 && t("garage.done.points", { points })}
      </Notice>
    </div>
  );
}
