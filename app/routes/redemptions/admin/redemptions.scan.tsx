import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { findRedemption } from "#app/modules/redemptions/load-redemption-page.server.ts";
import { readGiftCode } from "#app/modules/vouchers/gift-code.ts";
import { tryCode } from "#app/modules/vouchers/try-code.server.ts";
import { db } from "#app/platform/db.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { Button } from "#app/ui/button.tsx";
import { MagnifierDrawing } from "#app/ui/drawings/magnifier.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Input } from "#app/ui/input.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";

/** Whoever sees redemptions: goes to the one whose code was scanned, or asks for a code. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { staff, t } = await readStaffRequest(request, "redemptions.see");
  const typed = new URL(request.url).searchParams.get("code") ?? "";
  const title = t("redemptions.scan.title");
  if (typed.trim() === "") return { typed, why: null, title };
  const read = readGiftCode(typed);
  // A voucher's page is another; whether somebody has it is asked there.
  if (read?.of === "voucher")
    throw redirect(`/admin/vouchers?${new URLSearchParams({ code: typed })}`);
  const looked = await tryCode(staff.id, async () =>
    read ? findRedemption(db(), read.code) : null,
  );
  if (looked.ok) throw redirect(`/admin/redemptions/${looked.found}`);
  return { typed, why: looked.why, title };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function ScannedRedemption() {
  const t = useT();
  const { typed, why, title } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to="/admin/redemptions">{t("redemptions.desk.back")}</BackLink>
      <PageHeader title={title} lead={t("redemptions.scan.lead")} />
      <Form
        method="get"
        action="/admin/redemptions/scan"
        className="mb-8 flex flex-wrap items-end gap-2"
      >
        <Input
          id="code"
          name="code"
          required
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          className="w-72 max-w-full"
          label={t("redemptions.scan.code")}
          defaultValue={typed}
        />
        <Button>{t("redemptions.scan.go")}</Button>
      </Form>
      {why && (
        <EmptyState drawing={<MagnifierDrawing />}>
          <span role="status">{t(`redemptions.scan.${why}`)}</span>
        </EmptyState>
      )}
    </>
  );
}
