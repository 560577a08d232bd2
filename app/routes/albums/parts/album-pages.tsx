import type { z } from "zod";
import { type AlbumQuery, albumViews } from "#app/modules/albums/forms.ts";
import type {
  KeptAlbum,
  KeptAlbumPicture,
  TaggableParty,
} from "#app/modules/albums/load-kept-album.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { DrawingContestDrawing } from "#app/ui/drawings/drawing-contest.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Section } from "#app/ui/page.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { FilterChips } from "#app/ui/tabs.tsx";
import { KeptPictures } from "./kept-pictures.tsx";

interface AlbumPagesProps {
  eventId: number;
  album: KeptAlbum;
  query: z.infer<typeof AlbumQuery>;
  page: { pictures: KeptAlbumPicture[]; next: number | null };
  parties: TaggableParty[];
  picked: readonly string[];
}

/** The pictures of an album, page by page, in the order in which they were taken. */
export function AlbumPages({ eventId, album, query, page, parties, picked }: AlbumPagesProps) {
  const t = useT();
  const { show, after } = query;
  const at = (change: Record<string, string>) =>
    `/admin/events/${eventId}/album?${new URLSearchParams(change)}`;
  const { pictures, nobody, hidden, removed } = album;
  const counts = { all: pictures, nobody, hidden, removed };
  return (
    <Section id="album-pictures" title={t("albumKeeping.pictures")}>
      {album.pictures + album.removed > 0 && (
        <FilterChips
          label={t("albumKeeping.show")}
          choices={albumViews.map((view) => ({
            to: at({ show: view }),
            label: t(`albumKeeping.show.${view}`, { count: counts[view] }),
            current: view === show,
          }))}
        />
      )}
      {page.pictures.length === 0 ? (
        <EmptyState drawing={<DrawingContestDrawing />}>
          {t(`albumKeeping.empty.${album.pictures === 0 && show !== "removed" ? "album" : show}`)}
        </EmptyState>
      ) : (
        <KeptPictures {...{ eventId, show, pictures: page.pictures, parties, picked }} />
      )}
      <Pager
        label={t("albumKeeping.pages")}
        newer={after ? { to: at({ show }), label: t("albumKeeping.first") } : undefined}
        older={
          page.next
            ? { to: at({ show, after: String(page.next) }), label: t("albumKeeping.next") }
            : undefined
        }
      />
    </Section>
  );
}
