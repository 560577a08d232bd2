import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadPicture } from "#app/modules/albums/load-picture.server.ts";
import { db } from "#app/platform/db.server.ts";
import { readPreferences } from "#app/platform/preferences.server.ts";
import { packedCatalog, translator } from "#app/platform/words/catalogs.server.ts";
import { useT, WordsProvider } from "#app/platform/words/words.tsx";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { PicturePage } from "../parts/picture-page.tsx";
import { SHARED_HEADERS, viewerOf } from "../parts/shared-album.server.ts";

/** Whoever has the address that a family shares: a picture of the album by itself, without names. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = viewerOf(params.token);
  const id = rowIdIn(params.picture);
  const [{ locale }, picture] = await Promise.all([
    readPreferences(request),
    loadPicture(db(), id, "of-link", viewer, false),
  ]);
  if (!picture) throw new Response(null, { status: 404 });
  const title = translator(locale)("albums.picture.alt", { place: picture.place });
  const base = `/albums/${params.token}`;
  const words = packedCatalog(locale, ["albums"]);
  return data({ locale, words, picture, base, title }, { headers: SHARED_HEADERS });
}

export const headers = () => SHARED_HEADERS;

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded?.title },
  { name: "robots", content: "noindex" },
];

export default function SharedPicture() {
  const { locale, words } = useLoaderData<typeof loader>();
  return (
    <WordsProvider locale={locale} messages={words}>
      <Picture />
    </WordsProvider>
  );
}

function Picture() {
  const t = useT();
  const { picture, base } = useLoaderData<typeof loader>();
  return (
    <PicturePage picture={picture} title={t("albums.picture.album")} base={base} onlyOurs={false} />
  );
}
