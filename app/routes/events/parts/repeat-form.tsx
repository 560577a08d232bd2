import { Form, useNavigation } from "@remix-run/react";
import { isLastOfMonth, type Repeat, weekOfMonth } from "#app/modules/event-series/repeats.ts";
import { formatDay } from "#app/platform/words/format.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { Input, Select } from "#app/ui/input.tsx";
import { Section } from "#app/ui/page.tsx";

/** How an event repeats: what its day allows, such as its second Saturday, or its last. */
export function RepeatHow({ start, asked }: { start: string; asked: Repeat | null }) {
  const t = useT();
  const weekday = new Intl.DateTimeFormat(t.locale, { weekday: "long", timeZone: "UTC" }).format(
    new Date(start),
  );
  const ways: Repeat["every"][] = ["week", "two-weeks", "month"];
  if (isLastOfMonth(start)) ways.push("month-last");
  return (
    <Form className="grid items-end gap-4 sm:grid-cols-[1fr_auto_auto_auto]">
      <Select
        id="every"
        name="every"
        label={t("eventKeeping.repeat.every")}
        defaultValue={asked?.every ?? "week"}
        options={ways.map((way) => ({
          value: way,
          label: t(`eventKeeping.repeat.${way}`, { week: weekOfMonth(start), weekday }),
        }))}
      />
      <Input
        id="until"
        name="until"
        type="date"
        label={t("eventKeeping.repeat.until")}
        defaultValue={asked?.until ?? ""}
      />
      <Input
        id="count"
        name="count"
        inputMode="numeric"
        label={t("eventKeeping.repeat.count")}
        defaultValue={asked ? (asked.count ?? "") : "6"}
      />
      <Button look="quiet">{t("eventKeeping.repeat.show")}</Button>
    </Form>
  );
}

/** The days that come of it; single ones can be taken out. */
export function RepeatDays({ days, isDraft }: { days: string[]; isDraft: boolean }) {
  const t = useT();
  const pending = useNavigation().state === "submitting";
  return (
    <Section id="days" title={t("eventKeeping.repeat.days")} className="mt-8">
      <p className="-mt-1 mb-3 text-ink-soft">{t("eventKeeping.repeat.days.lead")}</p>
      <Form method="post">
        <ul className="mb-5 grid gap-x-6 sm:grid-cols-2">
          {days.map((day) => (
            <li key={day}>
              <label className="flex cursor-pointer gap-3 py-1.5">
                <input type="checkbox" name="day" value={day} defaultChecked className="check" />
                <span>{formatDay(`${day}T00:00:00Z`, t.locale, "UTC")}</span>
              </label>
            </li>
          ))}
        </ul>
        <Button pending={pending}>
          {t(isDraft ? "eventKeeping.repeat.draft" : "eventKeeping.repeat.publish")}
        </Button>
      </Form>
    </Section>
  );
}
