import type { WordKey } from "#app/platform/words/translate.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Notice } from "#app/ui/notice.tsx";

const DONE: Record<string, WordKey> = {
  added: "garage.done.added",
  granted: "garage.done.granted",
  claimed: "garage.done.claimed",
  withdrawn: "garage.done.withdrawn",
  sold: "garage.done.sold",
  back: "garage.done.back",
  declined: "garage.done.declined",
};

/** What has just been done in the garage, as the address says; nothing for an address without it. */
export function GarageDone({ done, points = 0 }: { done: string | null; points?: number }) {
  const t = useT();
  const key = done === null ? undefined : DONE[done];
  if (!key) return null;
  return (
    <div className="mb-6">
      <Notice tone="ok">
        {t(key)} {points > 0 && t("garage.done.points", { points })}
      </Notice>
    </div>
  );
}
