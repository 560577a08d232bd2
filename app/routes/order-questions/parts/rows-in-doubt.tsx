import { Form, Link } from "@remix-run/react";
import type {
  OrderQuestions,
  OrderSaid,
  RowInDoubt,
} from "#app/modules/order-questions/load-order-questions.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { Section, Sheet } from "#app/ui/page.tsx";
import { Plate } from "#app/ui/plate.tsx";

/** Rows whose number is held for another car, each beside the order on file. */
export function RowsInDoubt({ questions }: { questions: OrderQuestions }) {
  const t = useT();
  const { rows, rowCount } = questions;
  return (
    <Section id="rows" title={t("questions.rows.title")}>
      <p className="-mt-1 mb-4 max-w-prose text-ink-soft">
        {rowCount === 0 ? t("questions.rows.none") : t("questions.rows.lead", { count: rowCount })}
      </p>
      <ul className="grid gap-4">
        {rows.map((row) => (
          <li key={row.id}>
            <Doubt row={row} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Doubt({ row }: { row: RowInDoubt }) {
  const t = useT();
  const { id, store, number, file } = row;
  const name = t("questions.row.named", { store, number });
  return (
    <Sheet>
      <h3>
        <bdi>{name}</bdi>
      </h3>
      <div className="mt-3 grid gap-x-8 gap-y-4 sm:grid-cols-2">
        <Said title={t("questions.row.held")} order={row.held} />
        <div>
          <Said title={t(`questions.row.said.${row.rowKind}`)} order={row.said} />
          <p className="mt-1 break-all text-ink-soft">
            {file ? (
              <Link to={`/admin/imports/${file.importId}`} className="text-accent underline">
                {t("questions.row.file", { name: file.name, line: file.line })}
              </Link>
            ) : (
              t("questions.row.api")
            )}
          </p>
        </div>
      </div>
      <Form method="post" className="mt-4 flex flex-wrap gap-2.5">
        <input type="hidden" name="about" value="row" />
        <input type="hidden" name="row" value={id} />
        <Button name="answer" value="another" look="quiet">
          {t("questions.answer.another")}
          <span className="sr-only"> ({name})</span>
        </Button>
        {row.held && (
          <Button name="answer" value="correction" look="quiet">
            {t("questions.answer.correction")}
            <span className="sr-only"> ({name})</span>
          </Button>
        )}
        <Button name="answer" value="left-out" look="danger">
          {t("questions.answer.left-out")}
          <span className="sr-only"> ({name})</span>
        </Button>
      </Form>
    </Sheet>
  );
}

function Said({
  title,
  order,
}: {
  title: string;
  order: (Omit<OrderSaid, "member"> & Partial<Pick<OrderSaid, "member">>) | null;
}) {
  const t = useT();
  const figures = useFigures();
  return (
    <div className="min-w-0">
      <p className="caption">{title}</p>
      {order ? (
        <>
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            {order.plate && <Plate>{order.plate}</Plate>}
            {order.vin && <span className="figure break-all">{order.vin}</span>}
          </p>
          <p className="mt-1">
            {figures.calendarDay(order.day)} · {figures.money(order.paid)}
            {order.member && (
              <>
                {" · "}
                <Link
                  to={`/admin/members/${order.member}`}
                  className="figure text-accent underline"
                >
                  {order.member}
                </Link>
              </>
            )}
          </p>
        </>
      ) : (
        <p className="text-ink-soft">{t("questions.row.gone")}</p>
      )}
    </div>
  );
}
