import type { ShownAlbum } from "#app/modules/albums/load-album.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { OutingDrawing } from "#app/ui/drawings/events/outing.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { PictureGrid } from "./picture-grid.tsx";

interface AlbumPicturesProps {
  album: Pick<ShownAlbum, "page" | "next">;
  base: string;
  /** Only those with the family on it. */
  onlyOurs: boolean;
  isFirst: boolean;
  /** No picture has a page of its own: each leads to its file. */
  areFiles?: boolean;
}

/** A page of an album's pictures, with the way to the next. */
export function AlbumPictures({
  album,
  base,
  onlyOurs,
  isFirst,
  areFiles = false,
}: AlbumPicturesProps) {
  const t = useT();
  const { page, next } = album;
  const ours = onlyOurs ? "ours=1" : "";
  const to = (id: number) =>
    areFiles ? `${base}/pictures/${id}/medium` : `${base}/${id}${ours && `?${ours}`}`;
  if (page.length === 0) {
    return (
      <EmptyState drawing={<OutingDrawing />}>
        {t(onlyOurs ? "albums.none.ours" : "albums.none.pictures")}
      </EmptyState>
    );
  }
  return (
    <>
      <PictureGrid pictures={page} base={base} to={to} isFile={areFiles} />
      <Pager
        label={t("albums.pages")}
        newer={
          isFirst ? undefined : { to: `${base}${ours && `?${ours}`}`, label: t("albums.first") }
        }
        older={
          next
            ? {
                to: `${base}?${[ours, `from=${next}`].filter(Boolean).join("&")}`,
                label: t("albums.more"),
              }
            : undefined
        }
      />
    </>
  );
}
