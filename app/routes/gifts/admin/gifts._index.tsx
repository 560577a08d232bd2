import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { moveGift } from "#app/modules/gifts/arrange-gifts.server.ts";
import { MoveGiftForm } from "#app/modules/gifts/forms.ts";
import { type KeptView, keptViews, LISTED_AT_MOST } from "#app/modules/gifts/kept-views.ts";
import { loadKeptGifts } from "#app/modules/gifts/load-kept-gifts.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { GiftBoxDrawing } from "#app/ui/drawings/gift-box.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { DownloadIcon, PlusIcon, SearchIcon, UploadIcon } from "#app/ui/icons.tsx";
import { SearchInput } from "#app/ui/input.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page.tsx";
import { FilterChips } from "#app/ui/tabs.tsx";
import { KeptGiftsTable } from "../parts/kept-gifts-table.tsx";

const Query = z.object({
  show: z.enum(keptViews).catch("all"),
  q: z.string().trim().max(100).catch(""),
});

/** Whoever keeps the gifts: all of them in the order in which members see them. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t, may } = await readStaffRequest(request, "gifts.keep");
  const query = new URL(request.url).searchParams;
  const { show, q } = Query.parse({ show: query.get("show"), q: query.get("q") ?? "" });
  const list = await loadKeptGifts(db(), { view: show, search: q });
  return { ...list, show, q, mayReport: may("gifts.report"), title: t("giftKeeping.title") };
}

/** Puts a gift elsewhere in the order. */
export async function action({ request }: ActionFunctionArgs) {
  await readStaffRequest(request, "gifts.keep");
  const form = parseForm(await readFormFields(request), MoveGiftForm);
  if (form.status !== "success") throw new Response(null, { status: 400 });
  const { gift, move } = form.value;
  if (!(await moveGift(gift, move))) throw new Response(null, { status: 404 });
  return redirect(`/admin/gifts#gift-${gift}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function KeptGifts() {
  const t = useT();
  const figures = useFigures();
  const { gifts, counts, show, q, mayReport } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("giftKeeping.title")}
        lead={t("giftKeeping.lead")}
        actions={
          <>
            <ButtonLink to="/admin/gifts/new" icon={<PlusIcon size={18} />}>
              {t("giftKeeping.new")}
            </ButtonLink>
            <ButtonLink to="/admin/stock" look="quiet">
              {t("stock.title")}
            </ButtonLink>
            {mayReport && (
              <ButtonLink to="/admin/gifts/report" look="quiet">
                {t("giftKeeping.report")}
              </ButtonLink>
            )}
            <ButtonLink to="/admin/gifts/import" look="quiet" icon={<UploadIcon size={18} />}>
              {t("giftKeeping.import")}
            </ButtonLink>
            <ButtonLink
              to="/admin/gifts.csv"
              reloadDocument
              look="quiet"
              icon={<DownloadIcon size={18} />}
            >
              {t("giftKeeping.export")}
            </ButtonLink>
          </>
        }
      />
      <Form className="mb-4 flex max-w-xl items-end gap-2.5" role="search">
        {show !== "all" && <input type="hidden" name="show" value={show} />}
        <SearchInput
          id="gift-search"
          name="q"
          defaultValue={q}
          key={q}
          label={t("giftKeeping.search")}
          placeholder={t("giftKeeping.search")}
          icon={<SearchIcon size={18} />}
          className="flex-1"
        />
        <Button look="quiet">{t("giftKeeping.search.go")}</Button>
      </Form>
      <FilterChips
        label={t("giftKeeping.show")}
        choices={keptViews.map((view) => ({
          to: addressOf(view, q),
          label: t("giftKeeping.counted", {
            name: t(`giftKeeping.view.${view}`),
            count: figures.points(counts[view]),
          }),
          current: view === show,
        }))}
      />
      {counts[show] > LISTED_AT_MOST && (
        <div className="mb-4">
          <Notice announce={false}>{t("giftKeeping.tooMany", { count: LISTED_AT_MOST })}</Notice>
        </div>
      )}
      {gifts.length === 0 ? (
        <EmptyState drawing={<GiftBoxDrawing />}>{t("giftKeeping.none")}</EmptyState>
      ) : (
        <KeptGiftsTable gifts={gifts} movable={show === "all" && q === ""} />
      )}
    </>
  );
}

function addressOf(view: KeptView, q: string): string {
  const query = new URLSearchParams();
  if (view !== "all") query.set("show", view);
  if (q !== "") query.set("q", q);
  return query.size > 0 ? `/admin/gifts?${query}` : "/admin/gifts";
}
