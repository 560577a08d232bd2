import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { loadJudgePage } from "#app/modules/judging/load-kept-judging.server.ts";
import { db } from "#app/platform/db.server.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { noticeIn, rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader, Section } from "#app/ui/page.tsx";
import { actOnJudge, judgeNews } from "../parts/act-on-judge.server.ts";
import { CorrectForm } from "../parts/correct-form.tsx";
import { Corrections } from "../parts/corrections.tsx";
import { ExcludeForm } from "../parts/exclude-form.tsx";
import { GivenTable } from "../parts/given-table.tsx";
import { RenameForm } from "../parts/rename-form.tsx";

/** Whoever keeps judging: what one judge gave, and what was corrected of it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await readStaffRequest(request, "judging.keep");
  const [eventId, contestId] = [rowIdIn(params.id), rowIdIn(params.contest)];
  const page = await loadJudgePage(db(), eventId, contestId, rowIdIn(params.judge));
  if (!page) throw new Response(null, { status: 404 });
  return { ...page, eventId, news: noticeIn(request, judgeNews) };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded?.judge.name },
];

/** Whoever keeps judging: corrects scores, notes an own child, leaves the judge out or counts them again. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "judging.keep");
  const [eventId, contestId] = [rowIdIn(params.id), rowIdIn(params.contest)];
  const page = await loadJudgePage(db(), eventId, contestId, rowIdIn(params.judge));
  if (!page) throw new Response(null, { status: 404 });
  const answer = await actOnJudge(request, page, eventId, actorOf(staff, context));
  if ("to" in answer) return redirect(answer.to);
  return data(answer, answer.refusal ? 409 : 400);
}

export default function KeptJudge() {
  const { t } = useWords();
  const { eventId, contest, judge, entries, history, news } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const asked = entries.filter(({ isOwn }) => !isOwn);
  const done = asked.filter(({ values }) =>
    contest.criteria.every(({ key }) => values[key] !== undefined),
  );
  return (
    <>
      <BackLink to={`/admin/events/${eventId}/contests/${contest.id}/judges`}>
        {t("judging.judge.back")}
      </BackLink>
      <PageHeader
        title={t("judging.judge.title", { name: judge.name })}
        lead={t("judging.judge.lead", { done: done.length, all: asked.length })}
      />
      <div className="mb-6 grid gap-3 empty:hidden">
        {news && !answer && <Notice tone="ok">{t(`judging.judge.done.${news}`)}</Notice>}
        {answer?.refusal && (
          <Notice tone="refusal">{t(`judging.judge.refused.${answer.refusal}`)}</Notice>
        )}
        {judge.excludedWhy && (
          <Notice tone="warn" announce={false}>
            {t("judging.judge.excluded", { why: judge.excludedWhy })}
          </Notice>
        )}
      </div>
      <GivenTable entries={entries} criteria={contest.criteria} />
      <Section id="correct" title={t("judging.judge.correct")} className="max-w-2xl">
        <CorrectForm
          reply={answer?.form}
          criteria={contest.criteria}
          entries={asked}
          isPublished={contest.state === "published"}
        />
      </Section>
      {history.length > 0 && <Corrections history={history} criteria={contest.criteria} />}
      <Section id="rename" title={t("judging.judge.rename")} className="max-w-2xl">
        <RenameForm reply={answer?.form} name={judge.name} key={judge.name} />
      </Section>
      <Section id="exclude" title={t("judging.judge.exclude")} className="max-w-2xl">
        <ExcludeForm reply={answer?.form} isExcluded={judge.isExcluded} />
      </Section>
    </>
  );
}
