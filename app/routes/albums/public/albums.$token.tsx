import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ALBUM_VISITS } from "#app/modules/albums/limits.ts";
import { loadAlbum } from "#app/modules/albums/load-album.server.ts";
import { db } from "#app/platform/db.server.ts";
import { readPreferences } from "#app/platform/preferences.server.ts";
import { consumeAttempt } from "#app/platform/rate-limit.server.ts";
import { addressGroup, requestAddress } from "#app/platform/request-address.server.ts";
import { packedCatalog } from "#app/platform/words/catalogs.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT, WordsProvider } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { PageHeader } from "#app/ui/page.tsx";
import { albumPartIn } from "../parts/album-part.server.ts";
import { AlbumPictures } from "../parts/album-pictures.tsx";
import { SHARED_HEADERS, viewerOf } from "../parts/shared-album.server.ts";

/** Whoever has the address that a family shares: the album as it may be seen, without names. `?from=` a page. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = viewerOf(params.token);
  const turn = await consumeAttempt(ALBUM_VISITS, addressGroup(requestAddress(context)));
  if (!turn.ok) throw new Response(null, { status: 429 });
  const [{ locale }, album] = await Promise.all([
    readPreferences(request),
    loadAlbum(db(), "of-link", viewer, { onlyOurs: false, from: albumPartIn(request).from }),
  ]);
  if (!album) throw new Response(null, { status: 404 });
  const { page, next, pictures, startsAt } = album;
  const title = inLanguage(locale, album.title);
  const base = `/albums/${params.token}`;
  const isFirst = albumPartIn(request).from === null;
  const words = packedCatalog(locale, ["albums"]);
  return data(
    { locale, words, album: { page, next, pictures, startsAt }, base, isFirst, title },
    { headers: SHARED_HEADERS },
  );
}

export const headers = () => SHARED_HEADERS;

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded?.title },
  { name: "robots", content: "noindex" },
];

export default function SharedAlbum() {
  const { locale, words } = useLoaderData<typeof loader>();
  return (
    <WordsProvider locale={locale} messages={words}>
      <Pictures />
    </WordsProvider>
  );
}

function Pictures() {
  const t = useT();
  const figures = useFigures();
  const { album, base, isFirst, title } = useLoaderData<typeof loader>();
  const facts = [figures.day(album.startsAt), t("albums.count", { pictures: album.pictures })];
  return (
    <>
      <PageHeader title={title} lead={facts.join(" · ")} />
      <p className="mb-5 max-w-prose text-ink-soft">{t("albums.shared.lead")}</p>
      <AlbumPictures album={album} base={base} onlyOurs={false} isFirst={isFirst} />
    </>
  );
}
