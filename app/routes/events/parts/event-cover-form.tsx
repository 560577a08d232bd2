import { Form, useNavigation } from "@remix-run/react";
import type { EventCover } from "#app/modules/events/event-cover.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { Section } from "#app/ui/page.tsx";

interface EventCoverFormProps {
  eventId: number;
  cover: EventCover | null;
}

/** A photo instead of the drawing: put up, and taken away. */
export function EventCoverForm({ eventId, cover }: EventCoverFormProps) {
  const t = useT();
  const to = `/admin/events/${eventId}/cover`;
  const sending = useNavigation().formAction === to;
  return (
    <Section id="cover" title={t("eventKeeping.cover")}>
      <p className="-mt-1 mb-3 max-w-prose text-ink-soft">{t("eventKeeping.cover.lead")}</p>
      {cover && (
        <img
          src={`/events/covers/${cover.medium.id}`}
          alt={t("eventKeeping.cover.alt")}
          width={cover.medium.width}
          height={cover.medium.height}
          className="mb-3 h-auto w-full max-w-md rounded-md border border-rule"
        />
      )}
      <Form
        method="post"
        action={to}
        encType="multipart/form-data"
        className="grid max-w-xl justify-items-start gap-3"
      >
        <Field
          id="picture"
          label={t("eventKeeping.cover.file")}
          hint={t("eventKeeping.cover.hint")}
        >
          {(wiring) => (
            <input
              type="file"
              name="picture"
              accept="image/jpeg,image/png,image/webp"
              {...wiring}
              className="control"
            />
          )}
        </Field>
        <div className="flex flex-wrap gap-3">
          <Button name="intent" value="add" look="quiet" pending={sending}>
            {t("eventKeeping.cover.add")}
          </Button>
          {cover && (
            <Button name="intent" value="remove" look="bare">
              {t("eventKeeping.cover.remove")}
            </Button>
          )}
        </div>
      </Form>
    </Section>
  );
}
