import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findRedemption } from "#app/modules/redemptions/load-redemption-page.server.ts";
import { readGiftCode } from "#app/modules/vouchers/gift-code.ts";
import { tryCode } from "#app/modules/vouchers/try-code.server.ts";
import { db } from "#app/platform/db.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { MagnifierDrawing } from "#app/ui/drawings/magnifier.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";

/** Whoever sees redemptions: goes to the one whose code was scanned. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { staff, t } = await readStaffRequest(request, "redemptions.see");
  const read = readGiftCode(new URL(request.url).searchParams.get("code") ?? "");
  const looked = await tryCode(staff.id, async () =>
    read?.of === "redemption" ? findRedemption(db(), read.code) : null,
  );
  if (looked.ok) throw redirect(`/admin/redemptions/${looked.found}`);
  return { why: looked.why, title: t("redemptions.scan.title") };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function ScannedRedemption() {
  const t = useT();
  const { why, title } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to="/admin/redemptions">{t("redemptions.desk.back")}</BackLink>
      <PageHeader title={title} />
      <EmptyState drawing={<MagnifierDrawing />}>
        <span role="status">{t(`redemptions.scan.${why}`)}</span>
      </EmptyState>
    </>
  );
}
