import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { loadOwnAlbums } from "#app/modules/albums/load-own-albums.server.ts";
import { db } from "#app/platform/db.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT } from "#app/platform/words/words.tsx";
import { readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { OutingDrawing } from "#app/ui/drawings/events/outing.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";

/** Members: the albums of events to which their party came. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { member, locale, t } = await readOwnerRequest(request);
  const albums = await loadOwnAlbums(db(), member.id);
  return {
    albums: albums.map((album) => ({ ...album, title: inLanguage(locale, album.title) })),
    title: t("albums.title"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Albums() {
  const t = useT();
  const figures = useFigures();
  const { albums } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to="/my/events">{t("events.back")}</BackLink>
      <PageHeader title={t("albums.title")} lead={t("albums.lead")} />
      {albums.length === 0 && (
        <EmptyState drawing={<OutingDrawing />}>{t("albums.none")}</EmptyState>
      )}
      <ul className="grid gap-4 min-[40rem]:grid-cols-2 min-[56rem]:grid-cols-3">
        {albums.map(({ slug, title, startsAt, pictures, ours, cover }) => (
          <li
            key={slug}
            className="relative overflow-hidden rounded-md border border-rule bg-sheet"
          >
            <div className="aspect-[3/2] bg-well">
              {cover && (
                <img
                  src={`/my/albums/${slug}/pictures/${cover.id}/small`}
                  alt=""
                  width={cover.width}
                  height={cover.height}
                  loading="lazy"
                  className="size-full object-cover"
                />
              )}
            </div>
            <div className="p-4">
              <h2 className="text-lg">
                <Link to={`/my/albums/${slug}`} className="after:absolute after:inset-0">
                  {title}
                </Link>
              </h2>
              <p className="mt-1 text-[0.9375rem] text-ink-soft">
                {[
                  figures.day(startsAt),
                  t("albums.count", { pictures }),
                  ours > 0 ? t("albums.count.ours", { ours }) : null,
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
