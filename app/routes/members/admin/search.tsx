import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { searchMembers } from "#app/modules/members/search-members.server.ts";
import { readSearch } from "#app/modules/members/search-terms.ts";
import { type GiftCode, readGiftCode } from "#app/modules/vouchers/gift-code.ts";
import { db } from "#app/platform/db.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { MagnifierDrawing } from "#app/ui/drawings/magnifier.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Named, named } from "#app/ui/named.tsx";
import { PageHeader } from "#app/ui/page.tsx";
import { FoundMembers } from "../parts/found-members.tsx";
import { SearchHints } from "../parts/search-hints.tsx";

/**
 * Any role at the dealership. Whoever names one member goes straight to that member's page, and whoever scans a
 * gift's code to the page that looks at it, which asks whether they may.
 */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t, may } = await readStaffRequest(request, "members.find");
  const typed = new URL(request.url).searchParams.get("q") ?? "";
  const giftCode = readGiftCode(typed);
  if (giftCode) throw redirect(pageOfCode(giftCode));
  const terms = readSearch(typed);
  const showContact = may("members.contact");
  const { only, members, more } = await searchMembers(db(), terms, { showContact });
  if (only) throw redirect(`/admin/members/${only}`);
  return { q: terms.text, members, more, title: t("staff.search.title") };
}

const pageOfCode = ({ of, code }: GiftCode) =>
  of === "voucher"
    ? `/admin/vouchers?code=MQV-${code}`
    : `/admin/redemptions/scan?code=MQR-${code}`;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Search() {
  const t = useT();
  const { q, members, more } = useLoaderData<typeof loader>();
  if (q === "") {
    return (
      <>
        <PageHeader title={t("staff.search.title")} />
        <SearchHints />
      </>
    );
  }
  if (members.length === 0) {
    return (
      <>
        <PageHeader title={t("staff.search.title")} />
        <EmptyState drawing={<MagnifierDrawing />}>
          <strong role="status">{t("staff.search.nobody", { q })}</strong>{" "}
          {t("staff.search.nobodyNext")}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeader title={<Named>{t("staff.search.for", { q: named(q) })}</Named>} />
      <FoundMembers members={members} more={more} />
    </>
  );
}
