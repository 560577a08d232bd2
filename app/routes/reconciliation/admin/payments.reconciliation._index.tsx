import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { askForDay } from "#app/modules/reconciliation/ask-for-days.server.ts";
import { AskForDayForm, readMonth } from "#app/modules/reconciliation/forms.ts";
import { loadMissing, loadMonth } from "#app/modules/reconciliation/load-days.server.ts";
import { loadOpenDifferences } from "#app/modules/reconciliation/load-differences.server.ts";
import { lastClosedDay } from "#app/modules/reconciliation/reconciliation-day.ts";
import { addMonths, clubTime } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { stripe } from "#app/platform/stripe.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { noticeIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { formErrors } from "#app/site/form-errors.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { MagnifierDrawing } from "#app/ui/drawings/magnifier.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { DownloadIcon } from "#app/ui/icons.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader, Section } from "#app/ui/page.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { AskForDay } from "../parts/ask-for-day.tsx";
import { DayTable } from "../parts/day-table.tsx";
import { DifferenceTable } from "../parts/difference-table.tsx";
import { MissingDays } from "../parts/missing-days.tsx";

const LISTED = 100;

/** Finance: what differs from Stripe's books, and a month of days with what moved on each. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t } = await readStaffRequest(request, "payments.reconcile");
  const time = clubTime((await loadClub()).timeZone);
  const last = lastClosedDay(time, new Date());
  const thisMonth = `${last.slice(0, 8)}01`;
  const month = readMonth(new URL(request.url).searchParams.get("month")) ?? thisMonth;
  const [differences, days, missing] = await Promise.all([
    loadOpenDifferences(db(), LISTED),
    loadMonth(db(), month),
    loadMissing(db()),
  ]);
  return {
    differences,
    days,
    missing,
    online: stripe() !== null,
    last,
    month,
    next: month < thisMonth ? addMonths(month, 1).slice(0, 7) : null,
    before: addMonths(month, -1).slice(0, 7),
    done: noticeIn(request, ["answered"]),
    title: t("reconciliation.title"),
  };
}

/** Finance: has a day read now. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "payments.reconcile");
  const form = parseForm(await readFormFields(request), AskForDayForm);
  if (form.status !== "success") return data({ form: form.reply(), refusal: null }, 400);
  const { day } = form.value;
  const answer = await askForDay(day, actorOf(staff, context));
  if (answer.ok) throw redirect(`/admin/payments/reconciliation/${day}?done=asked`);
  return data({ form: form.reply(), refusal: answer.refusal }, 409);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function Reconciliation() {
  const t = useT();
  const figures = useFigures();
  const loaded = useLoaderData<typeof loader>();
  const { differences, days, missing, online, last, month, next, before, done } = loaded;
  const reply = useActionData<typeof action>();
  const named = (of: string) => figures.month(`${of}-15T12:00:00Z`);
  const page = (of: string) => `/admin/payments/reconciliation?month=${of}`;
  return (
    <>
      <BackLink to="/admin/payments">{t("payments.list.title")}</BackLink>
      <PageHeader
        title={t("reconciliation.title")}
        lead={t("reconciliation.lead")}
        actions={
          <ButtonLink
            to={`/admin/payments/reconciliation.csv?month=${month.slice(0, 7)}`}
            look="quiet"
            reloadDocument
            icon={<DownloadIcon size={18} />}
          >
            {t("reconciliation.download")}
          </ButtonLink>
        }
      />
      <div className="grid gap-4 empty:hidden">
        {reply?.refusal && (
          <Notice tone="refusal">{t(`reconciliation.ask.refused.${reply.refusal}`)}</Notice>
        )}
        {!reply && done && <Notice tone="ok">{t("reconciliation.answer.noted")}</Notice>}
        {!online && <Notice announce={false}>{t("reconciliation.ask.refused.not-online")}</Notice>}
        <MissingDays days={missing} />
      </div>
      <Section id="differences" title={t("reconciliation.open")}>
        {differences.length === 0 ? (
          <p className="text-ink-soft">{t("reconciliation.open.none")}</p>
        ) : (
          <DifferenceTable caption={t("reconciliation.open")} differences={differences} />
        )}
      </Section>
      <Section id="days" title={`${t("reconciliation.days")} · ${named(month.slice(0, 7))}`}>
        {days.length === 0 ? (
          <EmptyState drawing={<MagnifierDrawing />}>{t("reconciliation.days.none")}</EmptyState>
        ) : (
          <DayTable days={days} />
        )}
        <Pager
          label={t("reconciliation.days.pages")}
          newer={next ? { to: page(next), label: named(next) } : undefined}
          older={{ to: page(before), label: named(before) }}
        />
      </Section>
      {online && (
        <Section id="ask" title={t("reconciliation.ask")}>
          <AskForDay last={last} errors={formErrors(reply?.form, t).day} />
        </Section>
      )}
    </>
  );
}
