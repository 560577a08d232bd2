import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { JudgesForm } from "#app/modules/judging/forms.ts";
import {
  endJudgeLink,
  type JudgeKeys,
  makeJudge,
  renewJudgeLink,
} from "#app/modules/judging/judge-links.server.ts";
import { loadJudgesPage } from "#app/modules/judging/load-kept-judging.server.ts";
import { db } from "#app/platform/db.server.ts";
import { appOrigin } from "#app/platform/env.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { qrOf } from "#app/platform/qr.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { noticeIn, rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { EventPlaces } from "#app/site/event-places.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader, Section } from "#app/ui/page.tsx";
import { JudgeForm } from "../parts/judge-form.tsx";
import { JudgesTable } from "../parts/judges-table.tsx";
import { MadeJudge } from "../parts/made-judge.tsx";
import { useFreshly } from "../parts/use-freshly.ts";

/** Whoever keeps judging: who judges a contest, how far each is, and what is missing. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t } = await readStaffRequest(request, "judging.keep");
  const [eventId, contestId] = [rowIdIn(params.id), rowIdIn(params.contest)];
  const page = await loadJudgesPage(db(), eventId, contestId);
  if (!page) throw new Response(null, { status: 404 });
  const ended = noticeIn(request, ["ended"]) !== null;
  const requestKey = crypto.randomUUID();
  return { ...page, eventId, ended, requestKey, pageTitle: t("judging.judges.title") };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded?.pageTitle },
];

/** Whoever keeps judging: names a judge, whose link is shown this once, makes it anew, or ends it. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "judging.keep");
  const [eventId, contestId] = [rowIdIn(params.id), rowIdIn(params.contest)];
  if (!(await loadJudgesPage(db(), eventId, contestId))) throw new Response(null, { status: 404 });
  const form = parseForm(await readFormFields(request), JudgesForm);
  if (form.status !== "success")
    return data({ form: form.reply(), made: null, refusal: null }, 400);
  const who = actorOf(staff, context);
  const given = form.value;
  if (given.intent === "end") {
    const ended = await endJudgeLink({ contestId, judgeId: given.judge }, who);
    if (!ended) throw new Response(null, { status: 404 });
    return redirect(`/admin/events/${eventId}/contests/${contestId}/judges?done=ended`);
  }
  if (given.intent === "renew") {
    const keys = await renewJudgeLink({ contestId, judgeId: given.judge }, who);
    if (!keys) throw new Response(null, { status: 404 });
    return data({ form: form.reply({ resetForm: true }), made: shown(keys), refusal: null });
  }
  const made = await makeJudge({ contestId, name: given.name, requestKey: given.requestKey }, who);
  if (!made.ok) {
    const { refusal } = made;
    if (refusal !== "name-taken") return data({ form: form.reply(), made: null, refusal }, 409);
    const fieldErrors = { name: ["judging.error.nameTaken"] };
    return data({ form: form.reply({ fieldErrors }), made: null, refusal: null }, 409);
  }
  return data({ form: form.reply({ resetForm: true }), made: shown(made.keys), refusal: null });
}

function shown({ name, code, token }: JudgeKeys) {
  const address = `${appOrigin()}/judge/${token}`;
  return { name, code, address, qr: qrOf(address) };
}

export default function Judges() {
  const { t, locale } = useWords();
  const { eventId, contest, judges, ended, requestKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  useFreshly();
  const here = `/admin/events/${eventId}/contests/${contest.id}`;
  return (
    <>
      <EventPlaces eventId={eventId} />
      <BackLink to={here}>{t("judging.judges.back")}</BackLink>
      <PageHeader
        title={t("judging.judges.of", { contest: inLanguage(locale, contest.title) })}
        lead={t("judging.judges.lead")}
        actions={
          <>
            <ButtonLink to={`${here}/judges/preview`} look="quiet">
              {t("judging.judges.preview")}
            </ButtonLink>
            <ButtonLink to={`${here}/ranking`}>{t("judging.judges.ranking")}</ButtonLink>
          </>
        }
      />
      {answer?.made && <MadeJudge {...answer.made} />}
      {answer?.refusal && (
        <div className="mb-6">
          <Notice tone="refusal">{t(`judging.judges.refused.${answer.refusal}`)}</Notice>
        </div>
      )}
      {ended && !answer && (
        <div className="mb-6">
          <Notice tone="ok">{t("judging.judges.ended")}</Notice>
        </div>
      )}
      <JudgesTable judges={judges} here={here} />
      <Section id="add" title={t("judging.judges.add")} className="max-w-xl">
        <JudgeForm reply={answer?.form} requestKey={requestKey} key={judges.length} />
      </Section>
    </>
  );
}
