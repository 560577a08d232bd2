import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { loadOwnRegistrations } from "#app/modules/registrations/load-own-registrations.server.ts";
import { db } from "#app/platform/db.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";
import { EventWaitBadge } from "#app/site/event-wait-notice.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Badge } from "#app/ui/badge.tsx";
import { TreePlantingDrawing } from "#app/ui/drawings/tree-planting.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { ownState } from "../parts/own-words.ts";

/** Members: all events that they come to, wait for, or were at. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { member, locale, t } = await readOwnerRequest(request);
  const registrations = await loadOwnRegistrations(db(), member.id, "all", locale);
  return { registrations, title: t("registrations.mine") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function OwnRegistrations() {
  const t = useT();
  const figures = useFigures();
  const { registrations } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to="/my/events">{t("events.back")}</BackLink>
      <PageHeader title={t("registrations.mine")} />
      {registrations.length === 0 && (
        <EmptyState
          drawing={<TreePlantingDrawing />}
          action={<Link to="/my/events">{t("registrations.mine.find")}</Link>}
        >
          {t("registrations.mine.none")}
        </EmptyState>
      )}
      <ul className="max-w-2xl border-t border-rule empty:hidden">
        {registrations.map((each) => {
          const badge = ownState({ ...each, event: each }, each.offerEndsAt !== null, t);
          return (
            <li key={each.id} className="relative border-b border-rule py-3">
              <h2 className="text-[1.0625rem] leading-snug">
                <Link
                  to={`/my/registrations/${each.id}`}
                  className="text-ink no-underline after:absolute after:inset-0 hover:underline"
                >
                  {each.title}
                </Link>
              </h2>
              <p className="text-[0.9375rem] text-ink-soft">
                {figures.span(each.startsAt, each.endsAt)}
              </p>
              <p className="mt-1.5 flex flex-wrap gap-1.5">
                {each.wait && <EventWaitBadge wait={each.wait} startsAt={each.startsAt} />}
                <Badge tone={badge.tone}>{badge.words}</Badge>
              </p>
            </li>
          );
        })}
      </ul>
      {registrations.length > 0 && (
        <p className="mt-5">
          <Link to="/my/early-access">{t("registrations.mine.early")}</Link>
        </p>
      )}
    </>
  );
}
