import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { askForDay } from "#app/modules/reconciliation/ask-for-days.server.ts";
import { loadDay } from "#app/modules/reconciliation/load-days.server.ts";
import { loadDifferencesOf } from "#app/modules/reconciliation/load-differences.server.ts";
import { loadMovements } from "#app/modules/reconciliation/load-movements.server.ts";
import { type Day, parseDay } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { formatDay } from "#app/platform/words/format.ts";
import { useT } from "#app/platform/words/words.tsx";
import { noticeIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { MagnifierDrawing } from "#app/ui/drawings/magnifier.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { DownloadIcon } from "#app/ui/icons.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader, Section } from "#app/ui/page.tsx";
import { DayTable } from "../parts/day-table.tsx";
import { DifferenceTable } from "../parts/difference-table.tsx";
import { MissingDays } from "../parts/missing-days.tsx";
import { MovementTable } from "../parts/movement-table.tsx";

const LISTED = 200;

/** Finance: a day, its sums, what differed, and what moved at Stripe. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale, t } = await readStaffRequest(request, "payments.reconcile");
  const day = dayIn(params.day);
  const [read, differences, movements] = await Promise.all([
    loadDay(db(), day),
    loadDifferencesOf(db(), day),
    loadMovements(db(), { from: day, through: day }, { after: null, limit: LISTED + 1 }),
  ]);
  if (!read) throw new Response(null, { status: 404 });
  const name = formatDay(`${day}T00:00:00Z`, locale, "UTC");
  return {
    read,
    differences,
    movements: movements.slice(0, LISTED),
    more: movements.length > LISTED,
    done: noticeIn(request, ["asked"]),
    name,
    title: `${t("reconciliation.title")} · ${name}`,
  };
}

/** Finance: has it read again. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "payments.reconcile");
  const day = dayIn(params.day);
  const answer = await askForDay(day, actorOf(staff, context));
  if (answer.ok) throw redirect(`/admin/payments/reconciliation/${day}?done=asked`);
  return data({ refusal: answer.refusal }, 409);
}

function dayIn(param: string | undefined): Day {
  const day = parseDay(param ?? "");
  if (day === null) throw new Response(null, { status: 404 });
  return day;
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function ReconciledDay() {
  const t = useT();
  const { read, differences, movements, more, done, name } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const pending = useNavigation().state === "submitting";
  const asked = !refused && done && read.state !== "read" && !read.failure;
  return (
    <>
      <BackLink to="/admin/payments/reconciliation">{t("reconciliation.title")}</BackLink>
      <PageHeader
        title={name}
        actions={
          <>
            <Form method="post">
              <Button look="quiet" pending={pending}>
                {t("reconciliation.ask.again")}
              </Button>
            </Form>
            <ButtonLink
              to={`/admin/payments/reconciliation.csv?day=${read.day}`}
              look="quiet"
              reloadDocument
              icon={<DownloadIcon size={18} />}
            >
              {t("reconciliation.download")}
            </ButtonLink>
          </>
        }
      />
      <div className="mb-8 grid gap-4 empty:hidden">
        {refused && (
          <Notice tone="refusal">{t(`reconciliation.ask.refused.${refused.refusal}`)}</Notice>
        )}
        {asked && <Notice>{t("reconciliation.ask.done")}</Notice>}
        {!asked && (read.state === "waiting" || read.failure) && <MissingDays days={[read]} />}
      </div>
      {differences.length > 0 && (
        <Section id="differences" title={t("reconciliation.differences")}>
          <DifferenceTable caption={t("reconciliation.differences")} differences={differences} />
        </Section>
      )}
      <Section id="sums" title={t("reconciliation.sums")}>
        <DayTable days={[read]} linked={false} />
      </Section>
      <Section id="movements" title={t("reconciliation.movements")}>
        {movements.length === 0 ? (
          <EmptyState drawing={<MagnifierDrawing />}>
            {t(
              read.state === "waiting"
                ? "reconciliation.movements.notRead"
                : "reconciliation.movements.none",
            )}
          </EmptyState>
        ) : (
          <MovementTable caption={t("reconciliation.movements")} movements={movements} />
        )}
        {more && (
          <p className="mt-3 text-ink-soft">
            {t("reconciliation.movements.more", { count: movements.length })}
          </p>
        )}
      </Section>
    </>
  );
}
