import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { loadImpactPage } from "#app/modules/impact/load-impact-page.server.ts";
import { db } from "#app/platform/db.server.ts";
import { RowId } from "#app/platform/row-id.ts";
import { countedWords } from "#app/platform/words/counted.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { figureIn, noticeIn, rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { EventPlaces } from "#app/site/event-places.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page.tsx";
import { CountForm } from "../parts/count-form.tsx";
import { ImpactNews } from "../parts/impact-news.tsx";
import { answerImpact } from "../parts/impact-request.server.ts";

/** Whoever counts: what those did together who came to an event. `?name=` finds a party; `?after=` goes on. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t, locale, may } = await readStaffRequest(request, "impact.record");
  const { searchParams } = new URL(request.url);
  const name = (searchParams.get("name") ?? "").slice(0, 60);
  const after = RowId.safeParse(searchParams.get("after")).data ?? 0;
  const page = await loadImpactPage(db(), rowIdIn(params.id), { name, after });
  if (!page) throw new Response(null, { status: 404 });
  return {
    ...page,
    name,
    done: noticeIn(request, ["saved", "nothing"]),
    count: figureIn(request, "count"),
    mayKeep: may("events.keep"),
    title: `${t("impact.title")} · ${inLanguage(locale, page.plan.title)}`,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Keeps what was typed, or the same for all who are not counted yet (`intent=same`). */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "impact.record");
  const actor = actorOf(staff, context);
  const back = new URL(request.url);
  return answerImpact(request, rowIdIn(params.id), back, actor);
}

export default function EventImpact() {
  const { t, locale } = useWords();
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { eventId, impact, came, plan } = page;
  const total = impact && countedWords(impact.unit, impact.amount, locale);
  return (
    <>
      <EventPlaces eventId={eventId} />
      <PageHeader
        title={inLanguage(locale, plan.title)}
        lead={
          impact &&
          t(`impact.lead.${impact.per}`, {
            ...{ total: total ?? "", counted: impact.counted },
            ...{ came: impact.per === "party" ? came.parties : came.people },
          })
        }
        actions={
          page.mayKeep && (
            <ButtonLink to="/admin/impact" look="quiet">
              {t("impact.units.title")}
            </ButtonLink>
          )
        }
      />
      <ImpactNews done={page.done} count={page.count} reply={reply} impact={impact} />
      {!impact ? (
        <Notice
          title={t("impact.none.title")}
          announce={false}
          action={
            page.mayKeep && (
              <ButtonLink to={`/admin/events/${eventId}#after`} look="quiet">
                {t("impact.none.open")}
              </ButtonLink>
            )
          }
        >
          {t("impact.none.body")}
        </Notice>
      ) : page.isCancelled ? (
        <Notice title={t("impact.cancelled")} announce={false} />
      ) : came.parties === 0 ? (
        <Notice
          title={t("impact.nobody.title")}
          announce={false}
          action={
            <ButtonLink to={`/admin/events/${eventId}/check-in`} look="quiet">
              {t("impact.nobody.open")}
            </ButtonLink>
          }
        >
          {t("impact.nobody.body")}
        </Notice>
      ) : (
        <CountForm page={{ ...page, impact }} reply={reply} />
      )}
    </>
  );
}
