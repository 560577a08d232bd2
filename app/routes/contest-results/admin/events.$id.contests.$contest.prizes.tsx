import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PrizesForm } from "#app/modules/contest-results/forms.ts";
import { keepPrizes } from "#app/modules/contest-results/keep-prizes.server.ts";
import { loadPrizesPage } from "#app/modules/contest-results/load-prizes.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT } from "#app/platform/words/words.tsx";

import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { EventPlaces } from "#app/site/event-places.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { contestPage } from "../parts/contest-address.ts";
import { type ContestAddress, contestIn } from "../parts/contest-in.server.ts";
import { PrizeLines } from "../parts/prize-lines.tsx";

export { askAnewAfterRefusal as shouldRevalidate } from "#app/site/ask-anew-after-refusal.ts";

async function load(of: ContestAddress) {
  const page = await loadPrizesPage(db(), of);
  if (!page) throw new Response(null, { status: 404 });
  return page;
}

/** Whoever keeps contests: what can be won in one of them. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t, locale } = await readStaffRequest(request, "contests.keep");
  const page = await load(contestIn(params));
  return { ...page, title: `${t("prizes.title")} · ${inLanguage(locale, page.contest)}` };
}

/** Keeps what can be won. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "contests.keep");
  const of = contestIn(params);
  const { contestId } = of;
  const { brackets } = await load(of);
  const fields = await readFormFields(request);
  const form = parseForm(fields, PrizesForm(brackets.map(({ key }) => key)));
  if (form.status !== "success") return data({ form: form.reply(), refused: null }, 400);
  const answer = await keepPrizes({ contestId, prizes: form.value }, actorOf(staff, context));
  if (answer.ok) return redirect(`${of.page}/results?done=prizes`);
  if (answer.refusal === "no-such-contest") throw new Response(null, { status: 404 });
  return data({ form: form.reply(), refused: answer.refusal }, 409);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function ContestPrizes() {
  const t = useT();
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <EventPlaces eventId={page.eventId} />
      <BackLink to={`${contestPage(page.eventId, page.contestId)}/results`}>
        {inLanguage(t.locale, page.contest)}
      </BackLink>
      <PageHeader title={t("prizes.title")} lead={t("prizes.lead")} />
      {answer?.refused && (
        <div className="mb-5">
          <Notice tone="refusal">{t(`prizes.refused.${answer.refused}`)}</Notice>
        </div>
      )}
      {page.isLocked ? (
        <p>{t("prizes.locked")}</p>
      ) : (
        <PrizeLines page={page} reply={answer?.form} />
      )}
    </>
  );
}
