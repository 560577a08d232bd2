import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { AlbumActForm, AlbumQuery, MOST_PEOPLE, MOST_PICTURES } from "#app/modules/albums/forms.ts";
import {
  loadKeptAlbum,
  loadKeptPictures,
  loadTaggable,
} from "#app/modules/albums/load-kept-album.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { PHOTO_BYTES } from "#app/platform/pictures.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { figureIn, noticeIn, rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { EventPlaces } from "#app/site/event-places.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { doAlbumAct } from "../parts/album-acts.server.ts";
import { AlbumNews } from "../parts/album-news.tsx";
import { AlbumPages } from "../parts/album-pages.tsx";
import { ALBUM_DONE, ALBUM_REFUSED, FORM_STOPPED } from "../parts/album-said.ts";
import { AlbumUpload } from "../parts/album-upload.tsx";

/** Whoever keeps albums: the pictures of an event, and what can be done with them. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { staff, locale, t } = await readStaffRequest(request, "albums.keep");
  const eventId = rowIdIn(params.id);
  const { searchParams } = new URL(request.url);
  const query = AlbumQuery.parse(Object.fromEntries(searchParams));
  const album = await loadKeptAlbum(db(), eventId, staff.id);
  if (!album) throw new Response(null, { status: 404 });
  return {
    ...{ eventId, album, query },
    page: await loadKeptPictures(db(), eventId, query),
    parties: await loadTaggable(db(), eventId),
    picked: searchParams.getAll("who").slice(0, MOST_PEOPLE),
    news: {
      done: noticeIn(request, ALBUM_DONE),
      count: figureIn(request, "count"),
      taken: searchParams.has("taken") ? figureIn(request, "taken") : null,
      large: figureIn(request, "large"),
      stopped: noticeIn(request, FORM_STOPPED, "stopped"),
      refused: noticeIn(request, ALBUM_REFUSED, "refused"),
    },
    mostBytes: PHOTO_BYTES,
    title: t("albumKeeping.title", { event: inLanguage(locale, album.title) }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

/**
 * Whoever keeps albums: shows the album or takes it back (`publish`, `withdraw`), says who is on pictures (`tag`,
 * `untag`), takes some out or brings them back (`remove`, `bring-back`), and puts away what was refused (`dismiss`).
 */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "albums.keep");
  const eventId = rowIdIn(params.id);
  const form = parseForm(
    await readFormFields(request, MOST_PICTURES + MOST_PEOPLE + 10),
    AlbumActForm,
  );
  if (form.status !== "success") return data({ refused: "unreadable" as const }, 400);
  const answer = await doAlbumAct(eventId, form.value, actorOf(staff, context));
  if (!answer.ok) return data({ refused: answer.refusal }, 409);
  const { searchParams } = new URL(request.url);
  const back = new URLSearchParams({ done: form.value.intent, count: String(answer.count) });
  for (const name of ["show", "after"]) {
    const kept = searchParams.get(name);
    if (kept !== null) back.set(name, kept);
  }
  // Who was picked stays picked, also without a script.
  for (const who of "who" in form.value ? form.value.who : []) {
    back.append("who", [who.registrationId, who.personId].filter(Boolean).join("."));
  }
  return redirect(`/admin/events/${eventId}/album?${back}`);
}

export default function KeptAlbum() {
  const { t, locale } = useWords();
  const { eventId, album, query, page, parties, picked, news, mostBytes } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const isPublished = album.state === "published";
  return (
    <>
      <BackLink to={`/admin/events/${eventId}`}>{inLanguage(locale, album.title)}</BackLink>
      <EventPlaces eventId={eventId} />
      <PageHeader
        title={t("albumKeeping.heading")}
        lead={
          <>
            <span className="mr-2">
              <Badge tone={isPublished ? "ok" : "plain"}>
                {t(`albumKeeping.state.${album.state}`)}
              </Badge>
            </span>
            {t(`albumKeeping.lead.${album.state}`)}
          </>
        }
        actions={
          (isPublished || album.pictures > 0) && (
            <Form method="post" className="flex flex-wrap gap-2.5">
              <ButtonLink to={`/admin/events/${eventId}/album-preview`} look="quiet">
                {t("albumKeeping.preview")}
              </ButtonLink>
              <Button
                name="intent"
                value={isPublished ? "withdraw" : "publish"}
                look={isPublished ? "quiet" : "primary"}
              >
                {t(isPublished ? "albumKeeping.withdraw" : "albumKeeping.publish")}
              </Button>
            </Form>
          )
        }
      />
      <AlbumNews news={news} refused={answer?.refused ?? news.refused} />
      <AlbumUpload eventId={eventId} album={album} mostBytes={mostBytes} />
      <AlbumPages {...{ eventId, album, query, page, parties, picked }} />
    </>
  );
}
