import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadStores } from "#app/modules/club/load-stores.server.ts";
import {
  loadPickList,
  PICKED_AT_ONCE,
  type Pick,
} from "#app/modules/redemptions/load-pick-list.server.ts";
import { db } from "#app/platform/db.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { keepDeskStore, readDeskStore } from "#app/routes/shell/desk-store.server.ts";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { PrintButton } from "#app/ui/button.tsx";
import { GiftBoxDrawing } from "#app/ui/drawings/gift-box.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { BackLink, PageHeader, Section } from "#app/ui/page.tsx";
import { type Column, Table } from "#app/ui/table.tsx";
import { PlaceFilter } from "../parts/place-filter.tsx";
import { RedemptionWarnings } from "../parts/redemption-badges.tsx";
import { useBoth } from "../parts/use-both.ts";

/** Whoever sees redemptions: what to take from which shelf, to print. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t } = await readStaffRequest(request, "redemptions.see");
  const stores = await loadStores(db());
  const place = await readDeskStore(request, stores);
  const shelves = await loadPickList(db(), place);
  const lines = shelves.reduce((sum, { picks }) => sum + picks.length, 0);
  const full = lines === PICKED_AT_ONCE;
  const loaded = { shelves, stores, place, lines, full, title: t("redemptions.pick.title") };
  return data(loaded, { headers: await keepDeskStore(request, place) });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function PickList() {
  const t = useT();
  const both = useBoth();
  const { shelves, stores, place, lines, full } = useLoaderData<typeof loader>();
  const store = stores.find(({ id }) => id === place);
  const columns: Column<Pick>[] = [
    {
      key: "what",
      head: t("redemptions.desk.col.what"),
      cell: ({ title, sku, short }) => (
        <>
          {both(title)} <span className="text-ink-soft">{sku}</span>
          <RedemptionWarnings short={short} />
        </>
      ),
    },
    {
      key: "pieces",
      head: t("redemptions.desk.piecesOf"),
      number: true,
      cell: ({ quantity }) => quantity,
    },
    {
      key: "for",
      head: t("redemptions.desk.col.member"),
      cell: ({ memberName, memberNumber }) => (
        <>
          <bdi>{memberName}</bdi> {memberNumber}
        </>
      ),
    },
    {
      key: "to",
      head: t("redemptions.pick.to"),
      cell: ({ store: to }) => (to ? both(to) : t("redemptions.pick.parcel")),
    },
    {
      key: "number",
      head: t("redemptions.desk.number"),
      number: true,
      cell: ({ id }) => id,
    },
    // A box to tick with a pen.
    {
      key: "done",
      head: t("redemptions.pick.done"),
      cell: () => <span className="inline-block size-4 border border-ink" />,
    },
  ];
  return (
    <>
      <div className="print:hidden">
        <BackLink to="/admin/redemptions">{t("redemptions.desk.back")}</BackLink>
      </div>
      <PageHeader
        title={t("redemptions.pick.title")}
        lead={t("redemptions.pick.lead", {
          count: lines,
          place: store ? both(store.name) : t("redemptions.desk.place.all"),
        })}
        actions={lines > 0 && <PrintButton>{t("redemptions.pick.print")}</PrintButton>}
      />
      <div className="print:hidden">
        <PlaceFilter action="/admin/redemptions/pick-list" place={place} stores={stores} />
        {full && <p className="mb-6">{t("redemptions.pick.full", { count: lines })}</p>}
      </div>
      {lines === 0 && (
        <EmptyState drawing={<GiftBoxDrawing />}>{t("redemptions.pick.empty")}</EmptyState>
      )}
      {shelves.map(({ liesAt, picks }, index) => (
        <Section
          key={liesAt?.zh ?? ""}
          id={`shelf-${index}`}
          title={liesAt ? both(liesAt) : t("redemptions.desk.storeRoom")}
        >
          <Table
            caption={t("redemptions.pick.title")}
            columns={columns}
            rows={picks}
            rowKey={({ id }) => id}
          />
        </Section>
      ))}
    </>
  );
}
