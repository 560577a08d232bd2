import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { HandOutForm } from "#app/modules/campaigns/forms.ts";
import { loadWaitingGifts } from "#app/modules/campaigns/load-waiting-gifts.server.ts";
import { handOutGift } from "#app/modules/campaigns/waiting-gifts.server.ts";
import { db } from "#app/platform/db.server.ts";
import { readFormFields } from "#app/platform/http/form-fields.server.ts";
import { OptionalRowId } from "#app/platform/row-id.ts";
import { useT } from "#app/platform/words/words.tsx";
import { noticeIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { WaitingGiftsTable } from "../parts/waiting-gifts-table.tsx";

const LISTED = 50;

/** Whoever hands gifts out: those of campaigns that nobody has yet. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t, may } = await readStaffRequest(request, "redemptions.serve");
  const after = OptionalRowId.parse(new URL(request.url).searchParams.get("after"));
  return {
    ...(await loadWaitingGifts(db(), { after, limit: LISTED })),
    isFirst: after === null,
    mayKeep: may("campaigns.keep"),
    done: noticeIn(request, ["handed-out"]),
    title: t("campaigns.admin.waiting"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

/** Whoever hands gifts out: hands one to a referrer who is not in the club. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "redemptions.serve");
  const sent = HandOutForm.safeParse(Object.fromEntries(await readFormFields(request)));
  if (!sent.success) return data({ refusal: "not-waiting" as const }, 400);
  const answer = await handOutGift(sent.data.awardId, actorOf(staff, context));
  if (answer.ok) return redirect("/admin/campaigns/gifts?done=handed-out");
  return data({ refusal: answer.refusal }, 409);
}

export default function WaitingGifts() {
  const t = useT();
  const { gifts, nextAfter, isFirst, mayKeep, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      {mayKeep && <BackLink to="/admin/campaigns">{t("campaigns.admin.title")}</BackLink>}
      <PageHeader title={t("campaigns.admin.waiting")} lead={t("campaigns.waiting.lead")} />
      <div className="mb-6 grid gap-3 empty:hidden">
        {refused && (
          <Notice tone="refusal" title={t("campaigns.waiting.refused.title")}>
            {t(`campaigns.waiting.refused.${refused.refusal}`)}
          </Notice>
        )}
        {done && !refused && <Notice tone="ok">{t(`campaigns.done.${done}`)}</Notice>}
      </div>
      {gifts.length > 0 ? (
        <WaitingGiftsTable gifts={gifts} />
      ) : (
        <p className="text-ink-soft">{t("campaigns.waiting.empty")}</p>
      )}
      <Pager
        label={t("campaigns.admin.waiting")}
        newer={
          isFirst
            ? undefined
            : { to: "/admin/campaigns/gifts", label: t("campaigns.waiting.first") }
        }
        older={
          nextAfter === null
            ? undefined
            : {
                to: `/admin/campaigns/gifts?after=${nextAfter}`,
                label: t("campaigns.waiting.next"),
              }
        }
      />
    </>
  );
}
