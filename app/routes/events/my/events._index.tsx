import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readEventSearch } from "#app/modules/events/find-events.ts";
import { loadEvents } from "#app/modules/events/load-events.server.ts";
import { isGoldMember } from "#app/modules/standing/load-tier-statuses.server.ts";
import { db } from "#app/platform/db.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";
import { PageHeader } from "#app/ui/page.tsx";
import { EventPages } from "../parts/event-pages.tsx";

/** Members: what the club holds, as it is open to them. `?month=`, `?kind=`, `?free=1`; `?after=` goes on. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { member, locale, t } = await readOwnerRequest(request);
  const search = readEventSearch(new URL(request.url).searchParams);
  const isGold = await isGoldMember(db(), member.id);
  const list = await loadEvents(db(), search, isGold, locale);
  return { list, search, title: t("events.title") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Events() {
  const t = useT();
  const { list, search } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={t("events.title")} lead={t("events.lead")} />
      <EventPages at="/my/events" list={list} search={search} />
    </>
  );
}
