import { Form, Link, useNavigation } from "@remix-run/react";
import { REASON_AT_MOST } from "#app/platform/reason.ts";
import { useT } from "#app/platform/words/words.tsx";
import { type FormReply, formErrors } from "#app/site/form-errors.ts";
import { typedInto } from "#app/site/typed.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { Textarea } from "#app/ui/input.tsx";
import { Sheet } from "#app/ui/page.tsx";
import type { AdjustmentShown } from "./adjustments-table.tsx";

interface ApprovalQueueProps {
  waiting: AdjustmentShown[];
  /** When the page was made, to tell how long each has waited. */
  now: string | Date;
  /** The person who looks. */
  me: number;
  /** Whether they may answer at all. */
  decides: boolean;
  reply: FormReply | undefined;
}

/** Requests in line, the longest waiting first, each with its answer's form. */
export function ApprovalQueue({ waiting, now, me, decides, reply }: ApprovalQueueProps) {
  const t = useT();
  if (waiting.length === 0) return <p className="text-ink-soft">{t("approvals.none")}</p>;
  return (
    <ul className="grid gap-4">
      {waiting.map((request) => {
        const own = request.askedBy.id === me;
        return (
          <li key={request.id}>
            <Sheet>
              <RequestHead request={request} now={now} />
              {decides && !own && request.memberPersonId !== me && (
                <AnswerForm request={request} reply={reply} />
              )}
              {decides && !own && request.memberPersonId === me && (
                <p className="mt-3 text-ink-soft">{t("approvals.yourAccount")}</p>
              )}
              {own && <OwnRequest id={request.id} decides={decides} />}
            </Sheet>
          </li>
        );
      })}
    </ul>
  );
}

function RequestHead({ request, now }: { request: AdjustmentShown; now: string | Date }) {
  const t = useT();
  const figures = useFigures();
  const hours = Math.floor((+new Date(now) - +new Date(request.askedAt)) / 3_600_000);
  const age =
    hours < 1
      ? t("approvals.age.justNow")
      : hours < 48
        ? t("approvals.age.hours", { hours })
        : t("approvals.age.days", { days: Math.floor(hours / 24) });
  return (
    <>
      <div className="flex flex-wrap items-baseline gap-x-5 gap-y-1">
        <span className="figure text-2xl">{figures.change(request.points)}</span>
        <Link to={`/admin/members/${request.number}`} className="text-accent underline">
          <bdi>{request.memberName}</bdi> <span className="figure">{request.number}</span>
        </Link>
        <span className="text-ink-soft">{age}</span>
      </div>
      <p className="mt-2 max-w-prose">
        {request.kind !== "adjustment" && (
          <span className="block">{t(`adjust.kind.${request.kind}`)}</span>
        )}
        <bdi>{request.reason}</bdi>
      </p>
      <p className="mt-1 text-ink-soft">{t("approvals.askedBy", { name: request.askedBy.name })}</p>
      {request.kind === "visit" && (
        <p className="mt-1 max-w-prose text-ink-soft">{t("approvals.visit")}</p>
      )}
    </>
  );
}

function AnswerForm({
  request,
  reply,
}: {
  request: AdjustmentShown;
  reply: FormReply | undefined;
}) {
  const t = useT();
  const sent = useNavigation().formData;
  const sending = (intent: string) =>
    sent?.get("request") === String(request.id) && sent.get("intent") === intent;
  const own = typedInto(reply, "request") === String(request.id) ? reply : undefined;
  return (
    <Form method="post" className="mt-3 max-w-2xl">
      <input type="hidden" name="request" value={request.id} />
      <Textarea
        id={`note-${request.id}`}
        name="note"
        rows={1}
        maxLength={REASON_AT_MOST}
        defaultValue={typedInto(own, "note")}
        label={t("approvals.note")}
        hint={t("approvals.note.hint")}
        errors={formErrors(own, t).note}
      />
      <div className="mt-3 flex flex-wrap gap-3">
        <Button name="intent" value="approve" pending={sending("approve")}>
          {t("approvals.approve")}
        </Button>
        <Button look="danger" name="intent" value="refuse" pending={sending("refuse")}>
          {t("approvals.refuse")}
        </Button>
      </div>
    </Form>
  );
}

function OwnRequest({ id, decides }: { id: number; decides: boolean }) {
  const t = useT();
  const sent = useNavigation().formData;
  return (
    <Form method="post" className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
      <input type="hidden" name="request" value={id} />
      <p className="text-ink-soft">{t(decides ? "approvals.yours" : "approvals.yours.waiting")}</p>
      <Button
        look="quiet"
        name="intent"
        value="withdraw"
        pending={sent?.get("request") === String(id)}
      >
        {t("approvals.withdraw")}
      </Button>
    </Form>
  );
}
