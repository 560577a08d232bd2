import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadAlbum } from "#app/modules/albums/load-album.server.ts";
import { db } from "#app/platform/db.server.ts";
import { packedCatalog } from "#app/platform/words/catalogs.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT, WordsProvider } from "#app/platform/words/words.tsx";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { albumPartIn } from "../parts/album-part.server.ts";
import { AlbumPictures } from "../parts/album-pictures.tsx";

/** Whoever keeps albums: an event's album as its families see it, also before it is shown. `?from=` a page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale } = await readStaffRequest(request, "albums.keep");
  const id = rowIdIn(params.id);
  const part = { ...albumPartIn(request), onlyOurs: false };
  const album = await loadAlbum(db(), { eventId: id }, "staff", part);
  if (!album) throw new Response(null, { status: 404 });
  const words = packedCatalog(locale, ["albums"]);
  return { locale, words, id, album, part, title: inLanguage(locale, album.title) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function AlbumPreview() {
  const { locale, words } = useLoaderData<typeof loader>();
  return (
    <WordsProvider locale={locale} messages={words}>
      <Preview />
    </WordsProvider>
  );
}

function Preview() {
  const t = useT();
  const { id, album, part, title } = useLoaderData<typeof loader>();
  const base = `/admin/events/${id}/album-preview`;
  return (
    <>
      <BackLink to={`/admin/events/${id}`}>{t("albums.preview.back")}</BackLink>
      <PageHeader title={title} lead={t("albums.preview.lead", { pictures: album.pictures })} />
      {/* The grid reaches the edges of an owner's page, which are further out. */}
      <div className="overflow-x-clip">
        <AlbumPictures
          album={album}
          base={base}
          onlyOurs={false}
          isFirst={part.from === null}
          areFiles
        />
      </div>
    </>
  );
}
