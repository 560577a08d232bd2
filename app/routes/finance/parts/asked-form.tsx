import { Form } from "@remix-run/react";
import type { AskedDay } from "#app/modules/finance/asked-day.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { Input } from "#app/ui/input.tsx";

/** Which day's end a report is of, and with what was booked by when. */
export function AskedForm({ asked, today }: { asked: AskedDay; today: string }) {
  const t = useT();
  const figures = useFigures();
  return (
    <>
      <Form
        className="mb-3 flex flex-wrap items-end gap-3 print:hidden"
        key={`${asked.day} ${asked.booked}`}
      >
        <Input
          id="day"
          name="day"
          type="date"
          max={today}
          label={t("finance.day")}
          defaultValue={asked.day}
        />
        <Input
          id="booked"
          name="booked"
          type="date"
          max={today}
          label={t("finance.booked")}
          defaultValue={asked.booked}
        />
        <Button look="quiet">{t("finance.show")}</Button>
      </Form>
      <p className="mb-7 max-w-prose text-[0.9375rem] text-ink-soft">
        {asked.day === today
          ? t("finance.asOfNow", { day: figures.calendarDay(asked.day) })
          : t("finance.asOf", {
              day: figures.calendarDay(asked.day),
              booked: figures.calendarDay(asked.booked),
            })}
      </p>
    </>
  );
}

/** A report's address for a day. */
export const askedQuery = ({ day, booked }: AskedDay): string =>
  new URLSearchParams({ day, booked }).toString();
