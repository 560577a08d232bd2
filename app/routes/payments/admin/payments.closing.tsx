import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { loadPaymentChoices } from "#app/modules/payments/list-payments.server.ts";
import { loadClosing } from "#app/modules/payments/load-closing.server.ts";
import { readClosingQuery } from "#app/modules/payments/payment-filter.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { storeOptions } from "#app/site/store-options.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { MagnifierDrawing } from "#app/ui/drawings/magnifier.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { DownloadIcon } from "#app/ui/icons.tsx";
import { Input, Select } from "#app/ui/input.tsx";
import { BackLink, PageHeader, Section } from "#app/ui/page.tsx";
import { ClosingLines } from "../parts/closing-lines.tsx";
import { ClosingSums } from "../parts/closing-sums.tsx";

/** Whoever takes money, finance and admins: what changed hands at the counters on a day, clerk by clerk. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t } = await readStaffRequest(request, "payments.see");
  const today = clubTime((await loadClub()).timeZone).dayOf(new Date());
  const query = readClosingQuery(new URL(request.url).searchParams, today);
  const [closing, choices] = await Promise.all([
    loadClosing(db(), query),
    loadPaymentChoices(db()),
  ]);
  return { ...closing, ...choices, query, today, title: t("payments.closing.title") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data && `${data.title} · ${data.query.day}` },
];

export default function Closing() {
  const t = useT();
  const figures = useFigures();
  const { lines, sums, query, today, clerks, stores } = useLoaderData<typeof loader>();
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => (value === null ? [] : [[name, `${value}`]])),
  );
  const all = { value: "", label: t("staff.all") };
  return (
    <>
      <BackLink to="/admin/payments">{t("payments.list.title")}</BackLink>
      <PageHeader
        title={t("payments.closing.title")}
        lead={t("payments.closing.lead", { day: figures.calendarDay(query.day) })}
        actions={
          <ButtonLink
            to={`/admin/payments/closing.csv?${search}`}
            look="quiet"
            reloadDocument
            icon={<DownloadIcon size={18} />}
            className="print:hidden"
          >
            {t("payments.closing.download")}
          </ButtonLink>
        }
      />
      <Form
        method="get"
        key={search.toString()}
        className="mb-7 grid items-end gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-4 print:hidden"
      >
        <Input
          id="day"
          name="day"
          type="date"
          max={today}
          label={t("payments.closing.day")}
          defaultValue={query.day}
        />
        <Select
          id="clerk"
          name="clerk"
          label={t("payments.closing.clerk")}
          defaultValue={query.clerk ?? ""}
          options={[all, ...clerks.map(({ id, name }) => ({ value: String(id), label: name }))]}
        />
        <Select
          id="store"
          name="store"
          label={t("payments.where")}
          defaultValue={query.store ?? ""}
          options={[all, ...storeOptions(t.locale, stores)]}
        />
        <div>
          <Button>{t("audit.show")}</Button>
        </div>
      </Form>
      {lines.length === 0 ? (
        <EmptyState drawing={<MagnifierDrawing />}>{t("payments.closing.empty")}</EmptyState>
      ) : (
        <>
          <Section id="sums" title={t("payments.closing.sums")}>
            <ClosingSums sums={sums} />
          </Section>
          <Section id="lines" title={t("payments.closing.lines")}>
            <ClosingLines lines={lines} />
          </Section>
        </>
      )}
    </>
  );
}
