import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { hasResults } from "#app/modules/contest-results/has-results.server.ts";
import { loadEventDraws } from "#app/modules/draws/load-event-draws.server.ts";
import { loadKeepsakes } from "#app/modules/event-thanks/load-keepsakes.server.ts";
import { loadOwnEvent } from "#app/modules/events/load-event.server.ts";
import { hasGallery } from "#app/modules/gallery/load-gallery.server.ts";
import { findOwnRegistration } from "#app/modules/registrations/load-own-registrations.server.ts";
import { isGoldMember } from "#app/modules/standing/load-tier-statuses.server.ts";
import { db } from "#app/platform/db.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";
import { OwnKeepsakes } from "#app/site/own-keepsakes.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink } from "#app/ui/page.tsx";
import { AddToCalendar } from "../parts/add-to-calendar.tsx";
import { AfterEvent } from "../parts/after-event.tsx";
import { EventBody } from "../parts/event-body.tsx";
import { isAhead } from "../parts/event-words.ts";

/** Members: an event, as it is open to them. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { member, locale } = await readOwnerRequest(request);
  const event = await loadOwnEvent(db(), params.slug ?? "", member.id, locale);
  if (!event) throw new Response(null, { status: 404 });
  const [draws, own, isRanked, shown, isGold] = await Promise.all([
    loadEventDraws(db(), { eventId: event.id }, member.id),
    findOwnRegistration(db(), event.id, member.id),
    hasResults(db(), event.slug),
    hasGallery(db(), event.slug),
    event.eligible.goldOnly ? isGoldMember(db(), member.id) : true,
  ]);
  const isOver = event.registering.can === "finished";
  const keepsakes =
    own && isOver ? await loadKeepsakes(db(), { registrationId: own, memberId: member.id }) : null;
  return { event, draws, own, keepsakes, after: { isRanked, hasGallery: shown }, isShut: !isGold };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.event.title }];

export default function Event() {
  const t = useT();
  const { event, draws, own, keepsakes, after, isShut } = useLoaderData<typeof loader>();
  const { can } = event.registering;
  const ahead = isAhead(event.registering);
  return (
    <>
      <BackLink to="/my/events">{t("events.back")}</BackLink>
      <EventBody
        event={event}
        draws={draws}
        isShut={isShut && ahead && !own}
        news={
          own ? (
            <>
              <Notice
                tone="ok"
                announce={false}
                action={
                  <ButtonLink to={`/my/registrations/${own}`} look="quiet">
                    {t("events.own.open")}
                  </ButtonLink>
                }
              >
                {t(can === "finished" ? "events.own.was" : "events.own.is")}
              </Notice>
              {keepsakes && <OwnKeepsakes of={keepsakes} registrationId={own} />}
            </>
          ) : (
            isShut && ahead && <Notice announce={false}>{t("events.goldOnly")}</Notice>
          )
        }
        actions={
          <>
            <AfterEvent slug={event.slug} {...after} />
            {ahead && (
              <>
                {!own && !isShut && (can === "register" || can === "wait") && (
                  <ButtonLink to={`/my/registrations/new?event=${event.slug}`}>
                    {t(can === "wait" ? "events.wait" : "events.register")}
                  </ButtonLink>
                )}
                <AddToCalendar slug={event.slug} />
              </>
            )}
          </>
        }
      />
    </>
  );
}
