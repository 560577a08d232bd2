import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { loadOwnRedemptions } from "#app/modules/redemptions/load-own-redemptions.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { OptionalRowId } from "#app/platform/row-id.ts";
import { useT } from "#app/platform/words/words.tsx";
import { readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { GiftBoxDrawing } from "#app/ui/drawings/gift-box.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { OwnRedemptionList } from "../parts/own-redemption-list.tsx";

const LISTED = 20;

/** Members: what they took for their points. `?before=` is a place in the list. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { member, locale, t } = await readOwnerRequest(request);
  const { timeZone } = await loadClub();
  const before = OptionalRowId.parse(new URL(request.url).searchParams.get("before"));
  const today = clubTime(timeZone).dayOf(new Date());
  const list = await loadOwnRedemptions(db(), member.id, { before, limit: LISTED, today, locale });
  return { ...list, isFirst: before === null, title: t("redemptions.title") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Redemptions() {
  const t = useT();
  const { redemptions, olderBefore, isFirst } = useLoaderData<typeof loader>();
  const browse = <ButtonLink to="/my/gifts">{t("redemptions.browse")}</ButtonLink>;
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        title={t("redemptions.title")}
        lead={redemptions.length > 0 ? t("redemptions.lead") : undefined}
      />
      {redemptions.length === 0 ? (
        <EmptyState drawing={<GiftBoxDrawing />} action={browse}>
          {t("redemptions.empty")}
        </EmptyState>
      ) : (
        <OwnRedemptionList redemptions={redemptions} />
      )}
      <Pager
        label={t("redemptions.pages")}
        newer={isFirst ? undefined : { to: "/my/redemptions", label: t("redemptions.newest") }}
        older={
          olderBefore === null
            ? undefined
            : { to: `/my/redemptions?before=${olderBefore}`, label: t("redemptions.older") }
        }
      />
    </div>
  );
}
