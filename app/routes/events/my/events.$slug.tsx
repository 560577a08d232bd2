import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadOwnEvent } from "#app/modules/events/load-event.server.ts";
import { db } from "#app/platform/db.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { BackLink } from "#app/ui/page.tsx";
import { EventBody } from "../parts/event-body.tsx";

/** Members: an event, as it is open to them. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { member, locale } = await readOwnerRequest(request);
  const event = await loadOwnEvent(db(), params.slug ?? "", member.id, locale);
  if (!event) throw new Response(null, { status: 404 });
  return { event };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.event.title }];

export default function Event() {
  const t = useT();
  const { event } = useLoaderData<typeof loader>();
  const { can } = event.registering;
  return (
    <>
      <BackLink to="/my/events">{t("events.back")}</BackLink>
      <EventBody
        event={event}
        actions={
          (can === "register" || can === "wait") && (
            <ButtonLink to={`/my/registrations/new?event=${event.slug}`}>
              {t(can === "wait" ? "events.wait" : "events.register")}
            </ButtonLink>
          )
        }
      />
    </>
  );
}
