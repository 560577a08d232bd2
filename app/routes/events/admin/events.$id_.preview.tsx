import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { eventHow } from "#app/modules/events/event-how.server.ts";
import { loadEditedEvent } from "#app/modules/events/load-edited-event.server.ts";
import { NOBODY } from "#app/modules/events/places.ts";
import { previewEvent, previewReaders } from "#app/modules/events/preview.ts";
import { readTypedEvent } from "#app/modules/events/read-typed-event.ts";
import { db } from "#app/platform/db.server.ts";
import { packedCatalog } from "#app/platform/words/catalogs.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT, WordsProvider } from "#app/platform/words/words.tsx";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { FilterChips } from "#app/ui/tabs.tsx";
import { EventBody } from "../parts/event-body.tsx";
import { EventChecklist } from "../parts/event-checklist.tsx";

/** Whoever keeps events: how a guest, silver, gold, and whoever comes too late will see one. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t, locale } = await readStaffRequest(request, "events.keep");
  const asked = new URL(request.url).searchParams.get("as");
  const reader = previewReaders.find((each) => each === asked) ?? "silver";
  const [event, how] = await Promise.all([loadEditedEvent(db(), rowIdIn(params.id)), eventHow()]);
  if (!event) throw new Response(null, { status: 404 });
  const now = new Date();
  const read = readTypedEvent(event.typed, { ...how, now, before: event.plan });
  const stores = event.choices.stores
    .filter(({ id }) => event.typed.storeIds.includes(String(id)))
    .map(({ name }) => name);
  const { typed } = event;
  const name = inLanguage(locale, { en: typed.titleEn, zh: typed.titleZh });
  return {
    eventId: event.eventId,
    reader,
    // The page speaks in the words of those who will see it.
    words: packedCatalog(locale, ["events"]),
    issues: read.ok ? {} : read.issues,
    page: read.ok
      ? previewEvent(
          {
            id: event.eventId,
            slug: event.slug,
            state: event.state === "draft" ? "published" : event.state,
            plan: read.plan,
            version: 1,
            facts: NOBODY,
            cancelReason: event.cancelReason,
            stores,
            movedFrom: null,
            wait: null,
          },
          reader,
          locale,
          now,
        )
      : null,
    name: name || t("eventKeeping.untitled"),
    title: t("eventKeeping.preview.of", { title: name || t("eventKeeping.untitled") }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function EventPreview() {
  const t = useT();
  const { eventId, reader, words, issues, page, name, title } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={`/admin/events/${eventId}`}>{name}</BackLink>
      {page ? (
        <>
          <p className="caption mb-2">{t("eventKeeping.preview.lead")}</p>
          <FilterChips
            label={t("eventKeeping.preview.as")}
            choices={previewReaders.map((each) => ({
              to: `/admin/events/${eventId}/preview?as=${each}`,
              label: t(`eventKeeping.preview.as.${each}`),
              current: each === reader,
            }))}
          />
          <WordsProvider locale={t.locale} messages={words}>
            <EventBody event={page} />
          </WordsProvider>
        </>
      ) : (
        <div className="max-w-2xl">
          <PageHeader title={title} />
          <div className="mb-5">
            <Notice title={t("eventKeeping.preview.unfinished")} announce={false} />
          </div>
          <EventChecklist issues={issues} at={`/admin/events/${eventId}`} />
        </div>
      )}
    </>
  );
}
