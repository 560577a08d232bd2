import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { type AnsweredRow, answerRow } from "#app/modules/order-questions/answer-row.server.ts";
import {
  type AnsweredStore,
  answerStore,
} from "#app/modules/order-questions/answer-store.server.ts";
import {
  type ExplainedWord,
  explainWord,
} from "#app/modules/order-questions/explain-word.server.ts";
import { AnswerForm } from "#app/modules/order-questions/forms.ts";
import { loadOrderQuestions } from "#app/modules/order-questions/load-order-questions.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { requireRecentAuthentication } from "#app/routes/shell/guards.server.ts";
import { noticeIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { AskedStores, MergeStores } from "../parts/asked-stores.tsx";
import { QUESTIONS_DONE, QUESTIONS_REFUSED, QuestionsNews } from "../parts/questions-news.tsx";
import { RowsInDoubt } from "../parts/rows-in-doubt.tsx";
import { UnknownWords } from "../parts/unknown-words.tsx";

const HERE = "/admin/order-questions";

/** Admins: what the workshop's rows leave open. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t } = await readStaffRequest(request, "orders.answer");
  const { timeZone } = await loadClub();
  return {
    questions: await loadOrderQuestions(db(), timeZone),
    done: noticeIn(request, QUESTIONS_DONE),
    refused: noticeIn(request, QUESTIONS_REFUSED, "refused"),
    points: new URL(request.url).searchParams.get("points") ?? "",
    title: t("questions.title"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Admins: answers one question; points are booked at once. Who merges stores has just proved that it is them. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "orders.answer");
  const form = parseForm(await readFormFields(request), AnswerForm);
  if (form.status !== "success") throw new Response(null, { status: 400 });
  const who = actorOf(staff, context);
  if (form.value.about === "store") {
    const { store: storeId, answer, into } = form.value;
    if (answer === "accepted")
      return toPage(answer, await answerStore({ storeId, into: null, ...who }));
    if (into === null) return redirect(`${HERE}?refused=no-store`);
    await requireRecentAuthentication(request);
    return toPage(answer, await answerStore({ storeId, into, ...who }));
  }
  if (form.value.about !== "row") {
    const { about: kind, word, meaning } = form.value;
    return toPage("explained", await explainWord({ kind, word, meaning, ...who }));
  }
  const { row: rowId, answer } = form.value;
  return toPage(answer, await answerRow({ rowId, answer, ...who }));
}

function toPage(
  done: (typeof QUESTIONS_DONE)[number],
  answered: AnsweredRow | AnsweredStore | ExplainedWord,
) {
  if (!answered.ok) return redirect(`${HERE}?refused=${answered.refusal}`);
  return redirect(`${HERE}?done=${done}&points=${answered.points}`);
}

export default function OrderQuestions() {
  const t = useT();
  const { questions, done, refused, points } = useLoaderData<typeof loader>();
  return (
    <div className="max-w-4xl">
      <BackLink to="/admin/imports">{t("staff.imports")}</BackLink>
      <PageHeader title={t("questions.title")} lead={t("questions.lead")} />
      <QuestionsNews done={done} refused={refused} points={points} />
      <UnknownWords words={questions.words} />
      <AskedStores questions={questions} />
      <RowsInDoubt questions={questions} />
      <MergeStores stores={questions.stores} />
    </div>
  );
}
