import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { loadBalanceDay } from "#app/modules/points/load-balance-day.server.ts";
import { parseDay } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Input } from "#app/ui/input.tsx";
import { PageHeader } from "#app/ui/page.tsx";
import { BalanceDayAnswer } from "../parts/balance-day-answer.tsx";

/** Members: what their own balance was, or will be, on `?day=`. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { member, t } = await readOwnerRequest(request);
  const asked = new URL(request.url).searchParams.get("day");
  const day = asked === null ? null : parseDay(asked.trim());
  return {
    asked,
    day,
    problem: asked !== null && day === null ? t("onADay.noDay") : null,
    answer: day === null ? null : await loadBalanceDay(db(), member, day),
    now: new Date(),
    title: t("onADay.title"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** "Why was my balance this on that day?" */
export default function BalanceOnADay() {
  const t = useT();
  const { asked, day, problem, answer, now } = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader title={t("onADay.title")} lead={t("onADay.lead")} />
      <Form method="get" className="flex flex-wrap items-end gap-3">
        <Input
          id="day"
          name="day"
          type="date"
          required
          label={t("onADay.day")}
          defaultValue={day ?? asked ?? ""}
          errors={problem ? [problem] : undefined}
        />
        <Button>{t("onADay.ask")}</Button>
      </Form>
      {answer && day && <BalanceDayAnswer day={day} answer={answer} now={now} />}
      <p className="mt-8">
        <Link to="/my/points">{t("onADay.back")}</Link>
      </p>
    </div>
  );
}
