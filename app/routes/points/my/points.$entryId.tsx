import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { loadEntry } from "#app/modules/ledger/load-entry.server.ts";
import { db } from "#app/platform/db.server.ts";
import { EntryId } from "#app/platform/row-id.ts";
import { useT } from "#app/platform/words/words.tsx";
import { readHolderRequest } from "#app/routes/shell/referrer-request.server.ts";
import { PageHeader } from "#app/ui/page.tsx";
import { EntryList } from "#app/ui/stamped-entry.tsx";
import { OwnerEntry } from "../parts/owner-entry.tsx";

/** Members, and others who recommend friends: one entry of their own statement; anybody else's does not exist. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { accountId, t } = await readHolderRequest(request);
  const id = EntryId.safeParse(params.entryId);
  const entry = id.success ? await loadEntry(db(), accountId, id.data) : null;
  if (!entry) throw new Response("No such entry", { status: 404 });
  return { entry, now: new Date(), title: t("entry.page") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** One entry, opened. */
export default function Entry() {
  const t = useT();
  const { entry, now } = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader title={t("entry.page")} />
      <EntryList>
        <OwnerEntry entry={entry} now={now} open />
      </EntryList>
      <p className="mt-6">
        <Link to={`/my/points?before=${entry.version + 1}`}>{t("entry.inStatement")}</Link>
      </p>
    </div>
  );
}
