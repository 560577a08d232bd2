import { Form } from "@remix-run/react";
import type { EventPhase } from "#app/modules/events/event-state.ts";
import type { EditedEvent } from "#app/modules/events/load-edited-event.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";

interface EventActionsProps {
  event: Pick<EditedEvent, "eventId" | "state" | "slug"> & { phase: EventPhase };
}

/** The ways from an event to all that is done with it. */
export function EventActions({ event: { eventId, state, slug, phase } }: EventActionsProps) {
  const t = useT();
  return (
    <>
      {state !== "draft" && (
        <ButtonLink to={`/events/${slug}`} look="quiet">
          {t("eventKeeping.page")}
        </ButtonLink>
      )}
      <ButtonLink to={`/admin/events/${eventId}/preview`} look="quiet">
        {t("eventKeeping.preview")}
      </ButtonLink>
      <Form method="post" action={`/admin/events/${eventId}`}>
        <Button name="intent" value="copy" look="quiet">
          {t("eventKeeping.copy")}
        </Button>
      </Form>
      {state !== "cancelled" && (
        <ButtonLink to={`/admin/events/${eventId}/repeat`} look="quiet">
          {t("eventKeeping.repeat")}
        </ButtonLink>
      )}
      {state === "published" && phase !== "finished" && (
        <>
          <ButtonLink to={`/admin/events/${eventId}/weather`} look="quiet">
            {t("eventKeeping.weather")}
          </ButtonLink>
          <ButtonLink to={`/admin/events/${eventId}/cancel`} look="quiet">
            {t("eventKeeping.cancel")}
          </ButtonLink>
        </>
      )}
    </>
  );
}
