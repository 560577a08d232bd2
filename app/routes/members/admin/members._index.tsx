import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { loadFilterChoices } from "#app/modules/members/load-filter-choices.server.ts";
import { loadMemberList } from "#app/modules/members/load-member-list.server.ts";
import { memberFilterQuery, readMemberFilter } from "#app/modules/members/member-filter.ts";
import { SavedFilterForm } from "#app/modules/members/saved-filter-form.ts";
import {
  deleteFilter,
  loadSavedFilters,
  renameFilter,
  saveFilter,
} from "#app/modules/members/saved-filters.server.ts";
import { readMemberNumber } from "#app/modules/person/member-number.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { DownloadIcon } from "#app/ui/icons.tsx";
import { PageHeader } from "#app/ui/page.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { MemberFilterForm } from "../parts/member-filter-form.tsx";
import { MemberTable } from "../parts/member-table.tsx";
import { SavedFilters } from "../parts/saved-filters.tsx";

const LIST = "members";

/** Admins: all members, narrowed by a filter, and the filters they saved themselves. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { staff, t, may } = await readStaffRequest(request, "members.list");
  const { searchParams } = new URL(request.url);
  const filter = readMemberFilter(searchParams);
  const after = readMemberNumber(searchParams.get("after") ?? "");
  const [list, choices, saved] = await Promise.all([
    loadMemberList(db(), filter, after),
    loadFilterChoices(db()),
    loadSavedFilters(db(), staff.id, LIST),
  ]);
  return {
    ...list,
    filter,
    query: memberFilterQuery(filter),
    after,
    choices,
    saved,
    exports: may("members.export"),
    title: t("desk.members"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

/** Admins: keeps, renames and forgets their own filters. */
export async function action({ request }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "members.list");
  const query = memberFilterQuery(readMemberFilter(new URL(request.url).searchParams));
  const form = parseForm(await readFormFields(request), SavedFilterForm);
  if (form.status !== "success") return data({ form: form.reply() }, 400);
  const { value } = form;
  const personId = staff.id;
  const here = `/admin/members${query && `?${query}`}`;
  if (value.intent === "delete") {
    await deleteFilter(db(), { personId, id: value.id });
    return redirect(here);
  }
  const answer =
    value.intent === "save"
      ? await saveFilter(db(), { personId, list: LIST, name: value.name, query })
      : await renameFilter(db(), { personId, id: value.id, name: value.name });
  if (answer.ok) return redirect(here);
  const fieldErrors = { name: [`desk.filter.refused.${answer.refusal}`] };
  return data({ form: form.reply({ fieldErrors }) }, 409);
}

export default function Members() {
  const t = useT();
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { query, after, next } = page;
  const at = (place: string | null) => {
    const parameters = new URLSearchParams(query);
    if (place) parameters.set("after", place);
    return `/admin/members?${parameters}`;
  };
  return (
    <>
      <PageHeader
        title={t("desk.members")}
        actions={
          page.exports && (
            <ButtonLink
              to={`/admin/members.csv?${query}`}
              reloadDocument
              look="quiet"
              icon={<DownloadIcon size={18} />}
            >
              {t("desk.members.export")}
            </ButtonLink>
          )
        }
      />
      <SavedFilters saved={page.saved} query={query} reply={answer?.form} />
      <MemberFilterForm key={query} filter={page.filter} choices={page.choices} />
      <MemberTable members={page.members} count={page.count} more={next !== null} />
      <Pager
        label={t("desk.members.pages")}
        newer={after ? { to: at(null), label: t("desk.members.first") } : undefined}
        older={next ? { to: at(next), label: t("desk.members.next") } : undefined}
      />
    </>
  );
}
