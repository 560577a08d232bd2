import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { answerDifference } from "#app/modules/reconciliation/answer-difference.server.ts";
import { factsMark } from "#app/modules/reconciliation/difference.ts";
import { AnswerDifferenceForm } from "#app/modules/reconciliation/forms.ts";
import { loadDifference } from "#app/modules/reconciliation/load-differences.server.ts";
import { loadMovementsOf } from "#app/modules/reconciliation/load-movements.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { formatDay } from "#app/platform/words/format.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { KeyValue } from "#app/ui/key-value.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader, Section } from "#app/ui/page.tsx";
import { AnswerForm } from "../parts/answer-form.tsx";
import { DifferenceBadge } from "../parts/difference-badge.tsx";
import { MovementTable } from "../parts/movement-table.tsx";
import { useSum } from "../parts/use-sum.ts";

const LISTED = 100;

/** Finance: one difference, both sides of it, what was done about it, and the form to say so. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale, t } = await readStaffRequest(request, "payments.reconcile");
  const difference = await loadDifference(db(), rowIdIn(params.id));
  if (!difference) throw new Response(null, { status: 404 });
  return {
    difference,
    movements: await loadMovementsOf(db(), difference, LISTED),
    title: t("reconciliation.difference.title", {
      day: formatDay(`${difference.day}T00:00:00Z`, locale, "UTC"),
    }),
  };
}

/** Finance: says what was done about it. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "payments.reconcile");
  const id = rowIdIn(params.id);
  const form = parseForm(await readFormFields(request), AnswerDifferenceForm);
  if (form.status !== "success") return data({ form: form.reply(), refusal: null }, 400);
  const answer = await answerDifference({ id, ...form.value }, actorOf(staff, context));
  if (answer.ok) throw redirect("/admin/payments/reconciliation?done=answered");
  const { refusal } = answer;
  if (refusal === "no-such-difference") throw new Response(null, { status: 404 });
  return data({ form: form.reply(), refusal }, refusal === "not-allowed" ? 403 : 409);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function DifferenceOfADay() {
  const { t, locale } = useWords();
  const figures = useFigures();
  const sum = useSum();
  const { difference, movements, title } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { day, kind, what, subject, payment, ours, stripe, state, answers } = difference;
  return (
    <>
      <BackLink to={`/admin/payments/reconciliation/${day}`}>{figures.calendarDay(day)}</BackLink>
      <PageHeader title={title} lead={t(`reconciliation.kind.${kind}`)} />
      <div className="mb-6 grid gap-4 empty:hidden">
        {reply?.refusal && (
          <Notice tone="refusal">{t(`reconciliation.answer.refused.${reply.refusal}`)}</Notice>
        )}
        {state === "solved" && (
          <Notice tone="ok" announce={false}>
            {t("reconciliation.difference.solved")}
          </Notice>
        )}
        {state === "answered" && (
          <Notice tone="ok" announce={false}>
            {t("reconciliation.difference.answered")}
          </Notice>
        )}
      </div>
      <KeyValue
        layout="pairs"
        facts={[
          { label: t("reconciliation.state"), value: <DifferenceBadge state={state} /> },
          { label: t("reconciliation.what"), value: t(`reconciliation.moved.${what}`) },
          { label: t("reconciliation.difference.ours"), value: sum(ours) },
          { label: t("reconciliation.difference.stripe"), value: sum(stripe) },
          {
            label: t("reconciliation.subject"),
            value: <code className="break-all">{subject}</code>,
          },
          ...(payment
            ? [
                {
                  label: t("reconciliation.difference.payment"),
                  value: (
                    <Link to={`/admin/payments/${payment.id}`}>
                      {inLanguage(locale, payment.title)}
                    </Link>
                  ),
                },
                { label: t("reconciliation.difference.member"), value: payment.memberNumber },
              ]
            : []),
          {
            label: t("reconciliation.difference.found"),
            value: figures.moment(difference.foundAt),
          },
          ...(difference.solvedAt
            ? [
                {
                  label: t("reconciliation.difference.solvedAt"),
                  value: figures.moment(difference.solvedAt),
                },
              ]
            : []),
        ]}
      />
      {movements.length > 0 && (
        <Section id="movements" title={t("reconciliation.difference.movements")}>
          <MovementTable caption={t("reconciliation.difference.movements")} movements={movements} />
        </Section>
      )}
      {answers.length > 0 && (
        <Section id="answers" title={t("reconciliation.difference.answers")}>
          <ul className="grid gap-4">
            {answers.map((answer) => (
              <li key={answer.id}>
                <p className="max-w-prose whitespace-pre-line">{answer.done}</p>
                <p className="text-[0.9375rem] text-ink-soft">
                  {t("reconciliation.difference.answers.line", {
                    name: answer.by,
                    moment: figures.moment(answer.at),
                  })}{" "}
                  {t("reconciliation.difference.answers.of", {
                    ours: sum(answer.ours),
                    stripe: sum(answer.stripe),
                  })}
                </p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {state === "open" && (
        <Section id="answer" title={t("reconciliation.answer.title")}>
          <p className="mb-4 max-w-prose">{t(`reconciliation.hint.${kind}`)}</p>
          <AnswerForm seen={factsMark(difference)} reply={reply?.form} />
        </Section>
      )}
    </>
  );
}
