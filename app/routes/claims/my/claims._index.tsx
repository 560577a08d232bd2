import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadOwnClaims } from "#app/modules/claims/load-own-claims.server.ts";
import { db } from "#app/platform/db.server.ts";
import { OptionalRowId } from "#app/platform/row-id.ts";
import { useT } from "#app/platform/words/words.tsx";
import { readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { MagnifierDrawing } from "#app/ui/drawings/magnifier.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { OwnClaims } from "../parts/own-claims.tsx";

const LISTED = 20;

/** Members: their own claims for missing visits. `?before=` is a place in the list. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { member, t } = await readOwnerRequest(request);
  const before = OptionalRowId.parse(new URL(request.url).searchParams.get("before"));
  const list = await loadOwnClaims(db(), member.id, { before, limit: LISTED });
  return { ...list, isFirst: before === null, title: t("claims.title") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Claims() {
  const t = useT();
  const { claims, olderBefore, isFirst } = useLoaderData<typeof loader>();
  const file = <ButtonLink to="/my/claims/new">{t("claims.file")}</ButtonLink>;
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        title={t("claims.title")}
        lead={claims.length > 0 ? t("claims.lead") : undefined}
        actions={claims.length > 0 ? file : undefined}
      />
      {claims.length === 0 ? (
        <EmptyState drawing={<MagnifierDrawing />} action={file}>
          {t("claims.empty")}
        </EmptyState>
      ) : (
        <OwnClaims claims={claims} />
      )}
      <Pager
        label={t("claims.pages")}
        newer={isFirst ? undefined : { to: "/my/claims", label: t("claims.newest") }}
        older={
          olderBefore === null
            ? undefined
            : { to: `/my/claims?before=${olderBefore}`, label: t("claims.older") }
        }
      />
    </div>
  );
}
