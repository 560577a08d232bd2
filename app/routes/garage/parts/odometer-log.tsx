import { Form } from "@remix-run/react";
import type { LoggedReading } from "#app/modules/odometer/load-readings.server.ts";
import { REASON_AT_MOST } from "#app/platform/reason.ts";
import { useT } from "#app/platform/words/words.tsx";
import { type FormReply, formErrors } from "#app/site/form-errors.ts";
import { typedInto } from "#app/site/typed.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Input } from "#app/ui/input.tsx";
import { type Column, Table } from "#app/ui/table.tsx";

interface OdometerLogProps {
  log: LoggedReading[];
  /** What was wrong with the voiding of one of them that was just sent. */
  reply: FormReply | undefined;
}

/** What the odometer said, the latest first; a reading of one's own can be voided, and stays struck through. */
export function OdometerLog({ log, reply }: OdometerLogProps) {
  const t = useT();
  const figures = useFigures();
  if (log.length === 0) return <p className="text-ink-soft">{t("car.odo.empty")}</p>;
  const columns: Column<LoggedReading>[] = [
    {
      key: "day",
      head: t("car.odo.day.head"),
      cell: ({ day }) => <span className="whitespace-nowrap">{figures.calendarDay(day)}</span>,
    },
    {
      key: "km",
      head: t("car.odo.km.head"),
      number: true,
      cell: ({ km, voidReason }) => {
        const words = t("garage.km", { km: figures.points(km) });
        return voidReason === null ? words : <s className="text-ink-soft">{words}</s>;
      },
    },
    {
      key: "source",
      head: t("car.odo.source.head"),
      cell: (reading) => (
        <>
          {t(`car.odo.source.${reading.source}`)}
          {reading.voidReason !== null && (
            <span className="block whitespace-normal text-ink-soft">
              {t("car.odo.void", { reason: reading.voidReason })}
            </span>
          )}
          {reading.ownId !== null && reading.voidReason === null && (
            <VoidForm id={reading.ownId} reply={reply} />
          )}
        </>
      ),
    },
  ];
  return (
    <Table
      caption={t("car.odo.log.table")}
      narrow="scroll"
      columns={columns}
      rows={log}
      rowKey={({ day, km, source, ownId }) => `${day} ${km} ${source} ${ownId}`}
    />
  );
}

function VoidForm({ id, reply }: { id: number; reply: FormReply | undefined }) {
  const t = useT();
  const own = typedInto(reply, "void") === String(id) ? reply : undefined;
  return (
    <Disclosure summary={t("car.odo.void.ask")} open={own !== undefined}>
      <Form method="post" className="grid max-w-80 gap-3">
        <input type="hidden" name="void" value={id} />
        <Input
          id={`reason-${id}`}
          name="reason"
          required
          maxLength={REASON_AT_MOST}
          label={t("car.odo.void.reason")}
          defaultValue={typedInto(own, "reason")}
          errors={formErrors(own, t).reason}
        />
        <Button look="quiet" className="justify-self-start">
          {t("car.odo.void.send")}
        </Button>
      </Form>
    </Disclosure>
  );
}
