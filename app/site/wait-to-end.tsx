import { Form, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import type { EventWait } from "#app/modules/events/event-wait.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { useFigures } from "./use-figures.ts";

interface WaitToEndProps {
  eventId: number;
  wait: Omit<EventWait, "decideBy"> & { id: number; decideBy: Date | string };
  /** Of the event: what is near it is said by its weekday. */
  startsAt: Date | string;
  /** The way to decide otherwise, where it is not on this page. */
  otherwise?: ReactNode;
}

/** To staff: it is still open whether an event takes place, and that it does is said with one press. */
export function WaitToEnd({ eventId, wait, startsAt, otherwise }: WaitToEndProps) {
  const t = useT();
  const figures = useFigures();
  const at = figures.near(wait.decideBy, startsAt);
  const sending = useNavigation().formData?.get("intent") === "on";
  return (
    <Notice
      tone="warn"
      announce={false}
      title={t(wait.isLate ? "eventDecisions.weather.late" : "eventDecisions.weather.standing", {
        at,
      })}
      action={
        <Form
          method="post"
          action={`/admin/events/${eventId}/weather`}
          className="flex flex-wrap gap-3"
        >
          <input type="hidden" name="wait" value={wait.id} />
          <Button name="intent" value="on" pending={sending}>
            {t("eventDecisions.weather.on")}
          </Button>
          {otherwise}
        </Form>
      }
    >
      {wait.reason}
    </Notice>
  );
}
