import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { GalleryForm } from "#app/modules/gallery/forms.ts";
import { loadKeptGallery, openGallery } from "#app/modules/gallery/open-gallery.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { noticeIn, rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { EventPlaces } from "#app/site/event-places.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { KeyValue } from "#app/ui/key-value.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";

/** Whoever keeps contests: whether an event's gallery is open, and what it shows. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t } = await readStaffRequest(request, "contests.keep");
  const id = rowIdIn(params.id);
  const gallery = await loadKeptGallery(db(), id);
  if (!gallery) throw new Response(null, { status: 404 });
  const done = noticeIn(request, ["opened", "closed"]);
  return { id, gallery, done, title: t("galleryKeeping.title") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Opens it before a ranking is public, or closes it. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "contests.keep");
  const eventId = rowIdIn(params.id);
  const form = parseForm(await readFormFields(request), GalleryForm);
  if (form.status !== "success") throw new Response(null, { status: 400 });
  const isOpen = form.value.intent === "open";
  if (!(await openGallery({ eventId, isOpen }, actorOf(staff, context)))) {
    throw new Response(null, { status: 404 });
  }
  return redirect(`/admin/events/${eventId}/gallery?done=${isOpen ? "opened" : "closed"}`);
}

export default function KeptGallery() {
  const { t, locale } = useWords();
  const { points } = useFigures();
  const { id, gallery, done } = useLoaderData<typeof loader>();
  const isOpen = gallery.byHand ?? gallery.isPublished;
  const facts = [
    { label: t("galleryKeeping.pictures"), value: points(gallery.pictures) },
    { label: t("galleryKeeping.agreed"), value: points(gallery.agreed) },
    { label: t("galleryKeeping.hearts"), value: points(gallery.hearts) },
  ];
  return (
    <>
      <EventPlaces eventId={id} />
      <BackLink to={`/admin/events/${id}/contests`}>{t("contestKeeping.title")}</BackLink>
      <PageHeader
        title={t("galleryKeeping.title")}
        lead={t("galleryKeeping.lead", { event: inLanguage(locale, gallery.title) })}
        actions={
          isOpen &&
          gallery.agreed > 0 && (
            <ButtonLink to={`/events/${gallery.slug}/gallery`} look="quiet">
              {t("galleryKeeping.look")}
            </ButtonLink>
          )
        }
      />
      {done && <Notice tone="ok">{t(`galleryKeeping.done.${done}`)}</Notice>}
      <div className="my-6 max-w-md">
        <KeyValue facts={facts} />
      </div>
      <p className="max-w-prose">
        {t(isOpen ? "galleryKeeping.isOpen" : "galleryKeeping.isClosed")}
      </p>
      <Form method="post" className="mt-4">
        <Button name="intent" value={isOpen ? "close" : "open"} look={isOpen ? "quiet" : undefined}>
          {t(isOpen ? "galleryKeeping.close" : "galleryKeeping.open")}
        </Button>
      </Form>
    </>
  );
}
