import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { loadStores } from "#app/modules/club/load-stores.server.ts";
import { LayOutForm } from "#app/modules/redemptions/desk-forms.ts";
import { loadRedemptionQueue } from "#app/modules/redemptions/load-redemption-queue.server.ts";
import { makeSeveralReady } from "#app/modules/redemptions/make-ready.server.ts";
import { QUEUE_VIEWS, type QueueView } from "#app/modules/redemptions/redemption-queue.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { OptionalRowId } from "#app/platform/row-id.ts";
import { useT } from "#app/platform/words/words.tsx";
import { keepDeskStore, readDeskStore } from "#app/routes/shell/desk-store.server.ts";
import { figureIn } from "#app/routes/shell/page-address.server.ts";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { GiftBoxDrawing } from "#app/ui/drawings/gift-box.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FileIcon } from "#app/ui/icons.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { FilterChips } from "#app/ui/tabs.tsx";
import { PlaceFilter } from "../parts/place-filter.tsx";
import { RedemptionQueueTable } from "../parts/redemption-queue-table.tsx";

const LISTED = 50;
const Show = z.enum(QUEUE_VIEWS).catch("lay-out");

/** Whoever sees redemptions: those that wait, by age. `?store=` is kept for the next time. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t, may } = await readStaffRequest(request, "redemptions.see");
  const { searchParams } = new URL(request.url);
  const view = Show.parse(searchParams.get("show"));
  const after = OptionalRowId.parse(searchParams.get("after"));
  const stores = await loadStores(db());
  const place = await readDeskStore(request, stores);
  const queue = await loadRedemptionQueue(db(), { view, place, after, limit: LISTED });
  const loaded = {
    view,
    place,
    stores,
    ...queue,
    isFirst: after === null,
    mayServe: may("redemptions.serve"),
    laidOut: figureIn(request, "laid-out"),
    left: figureIn(request, "left"),
    title: t("redemptions.desk.title"),
  };
  return data(loaded, { headers: await keepDeskStore(request, place) });
}

/** Whoever serves: lays out those that are ticked. */
export async function action({ request }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "redemptions.serve");
  const form = parseForm(await readFormFields(request), LayOutForm);
  if (form.status !== "success") return data({ none: true }, { status: 400 });
  const answers = await makeSeveralReady(form.value.chosen, staff.id);
  const laidOut = answers.filter(({ answer }) => answer.ok).length;
  const query = new URLSearchParams({ "laid-out": String(laidOut) });
  if (laidOut < answers.length) query.set("left", String(answers.length - laidOut));
  return redirect(`/admin/redemptions?${query}`);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function RedemptionQueue() {
  const t = useT();
  const loaded = useLoaderData<typeof loader>();
  const { view, place, stores, redemptions, counts, next, isFirst, mayServe } = loaded;
  const refused = useActionData<typeof action>();
  const choosable = mayServe && view === "lay-out";
  const label = (each: QueueView) => {
    const name = t(`redemptions.desk.view.${each}`);
    return each === "ended" ? name : t("redemptions.desk.counted", { name, count: counts[each] });
  };
  return (
    <>
      <PageHeader
        title={t("redemptions.desk.title")}
        lead={t("redemptions.desk.lead")}
        actions={
          <ButtonLink to="/admin/redemptions/pick-list" look="quiet" icon={<FileIcon size={18} />}>
            {t("redemptions.pick.title")}
          </ButtonLink>
        }
      />
      <div className="mb-6 grid gap-3 empty:hidden">
        {refused?.none && <Notice tone="refusal">{t("redemptions.desk.error.none")}</Notice>}
        {loaded.laidOut > 0 && (
          <Notice tone="ok">{t("redemptions.desk.laidOut", { count: loaded.laidOut })}</Notice>
        )}
        {loaded.left > 0 && (
          <Notice tone="warn">{t("redemptions.desk.left", { count: loaded.left })}</Notice>
        )}
      </div>
      <FilterChips
        label={t("redemptions.desk.show")}
        choices={QUEUE_VIEWS.map((each) => ({
          to: addressOf(each),
          label: label(each),
          current: each === view,
        }))}
      />
      <PlaceFilter action="/admin/redemptions" show={view} place={place} stores={stores} />
      {redemptions.length === 0 ? (
        <EmptyState drawing={<GiftBoxDrawing />}>{t(`redemptions.desk.empty.${view}`)}</EmptyState>
      ) : (
        <Form method="post" action="/admin/redemptions?index">
          <RedemptionQueueTable redemptions={redemptions} view={view} choosable={choosable} />
          {choosable && (
            <div className="mt-5">
              <Button>{t("redemptions.desk.layOut")}</Button>
            </div>
          )}
        </Form>
      )}
      <Pager
        label={t("redemptions.desk.pages")}
        newer={isFirst ? undefined : { to: addressOf(view), label: t("redemptions.desk.first") }}
        older={next ? { to: addressOf(view, next), label: t("redemptions.desk.next") } : undefined}
      />
    </>
  );
}

function addressOf(view: QueueView, after?: number): string {
  const query = new URLSearchParams();
  if (view !== "lay-out") query.set("show", view);
  if (after) query.set("after", String(after));
  return query.size > 0 ? `/admin/redemptions?${query}` : "/admin/redemptions";
}
