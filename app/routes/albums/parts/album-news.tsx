import { useT } from "#app/platform/words/words.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { ALBUM_DONE, ALBUM_REFUSED, FORM_STOPPED } from "./album-said.ts";

interface AlbumNewsProps {
  news: {
    done: (typeof ALBUM_DONE)[number] | null;
    count: number;
    /** How many pictures a form without a script brought; null where none was sent. */
    taken: number | null;
    large: number;
    stopped: (typeof FORM_STOPPED)[number] | null;
  };
  refused: (typeof ALBUM_REFUSED)[number] | "unreadable" | null;
}

/** What has just been done with an album, or why not. */
export function AlbumNews({ news, refused }: AlbumNewsProps) {
  const t = useT();
  const { done, count, taken, large, stopped } = news;
  return (
    <div className="mb-6 grid gap-3 empty:hidden">
      {done && !refused && <Notice tone="ok">{t(`albumKeeping.done.${done}`, { count })}</Notice>}
      {taken !== null && taken > 0 && (
        <Notice tone="ok">{t("albumKeeping.taken", { count: taken })}</Notice>
      )}
      {taken === 0 && large === 0 && !stopped && (
        <Notice tone="refusal">{t("albumKeeping.taken.none")}</Notice>
      )}
      {large > 0 && (
        <Notice tone="refusal">{t("albumKeeping.taken.large", { count: large })}</Notice>
      )}
      {stopped && <Notice tone="refusal">{t(`albumKeeping.stopped.${stopped}`)}</Notice>}
      {refused && <Notice tone="refusal">{t(`albumKeeping.cannot.${refused}`)}</Notice>}
    </div>
  );
}
