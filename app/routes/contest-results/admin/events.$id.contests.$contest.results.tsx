import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ResultActForm } from "#app/modules/contest-results/forms.ts";
import { loadKeptResults } from "#app/modules/contest-results/load-kept-results.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT } from "#app/platform/words/words.tsx";
import { noticeIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { EventPlaces } from "#app/site/event-places.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { contestPage } from "../parts/contest-address.ts";
import { contestIn } from "../parts/contest-in.server.ts";
import { CorrectForm } from "../parts/correct-form.tsx";
import { KeptPrizes } from "../parts/kept-prizes.tsx";
import { KeptRanking } from "../parts/kept-ranking.tsx";
import { PublishForm } from "../parts/publish-form.tsx";
import { actOnResult } from "../parts/result-acts.server.ts";
import { RESULT_DONE } from "../parts/result-news.ts";
import { KeptVersions } from "../parts/versions.tsx";

export { askAnewAfterRefusal as shouldRevalidate } from "#app/site/ask-anew-after-refusal.ts";

/** Whoever keeps contests: the ranking of one as it stands, what can be won by it, and what was published. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t, locale } = await readStaffRequest(request, "contests.keep");
  const page = await loadKeptResults(db(), contestIn(params));
  if (!page) throw new Response(null, { status: 404 });
  return {
    page,
    requestKey: crypto.randomUUID(),
    done: noticeIn(request, RESULT_DONE),
    title: `${t("resultKeeping.title")} · ${inLanguage(locale, page.contest.title)}`,
  };
}

/** Publishes the first ranking (`publish`), or one that corrects it (`correct`). */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "contests.keep");
  const of = contestIn(params);
  const form = parseForm(await readFormFields(request), ResultActForm);
  if (form.status !== "success") return data({ form: form.reply(), refused: null }, 400);
  const answer = await actOnResult(of, form.value, actorOf(staff, context));
  if (answer.ok) {
    const done = form.value.intent === "publish" ? "published" : "corrected";
    return redirect(`${of.page}/results?done=${done}`);
  }
  if (answer.refusal === "no-such-contest") throw new Response(null, { status: 404 });
  return data({ form: form.reply(), refused: answer.refusal }, 409);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function ContestResult() {
  const t = useT();
  const { page, requestKey, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { contest, versions } = page;
  const { eventId, id } = contest;
  const isPublic = versions.length > 0;
  return (
    <>
      <EventPlaces eventId={eventId} />
      <BackLink to={contestPage(eventId, id)}>{inLanguage(t.locale, contest.title)}</BackLink>
      <PageHeader
        title={t("resultKeeping.title")}
        lead={inLanguage(t.locale, contest.title)}
        actions={
          isPublic && (
            <>
              <ButtonLink to={`/admin/events/${eventId}/prizes`}>
                {t("resultKeeping.handOut")}
              </ButtonLink>
              <ButtonLink to={`/events/${page.slug}/results#contest-${id}`} look="quiet">
                {t("resultKeeping.public")}
              </ButtonLink>
            </>
          )
        }
      />
      <div className="mb-6 grid gap-3 empty:hidden">
        {done && !answer && (
          <Notice tone="ok">
            {t(done === "prizes" ? "prizes.saved" : `resultKeeping.done.${done}`)}
          </Notice>
        )}
        {answer?.refused && (
          <Notice tone="refusal">{t(`resultKeeping.refused.${answer.refused}`)}</Notice>
        )}
      </div>
      {isPublic && <KeptVersions page={page} />}
      {page.isChanged && <CorrectForm page={page} requestKey={requestKey} reply={answer?.form} />}
      {!isPublic && <PublishForm page={page} requestKey={requestKey} />}
      <KeptPrizes page={page} />
      {page.groups.length > 0 && <KeptRanking page={page} />}
    </>
  );
}
