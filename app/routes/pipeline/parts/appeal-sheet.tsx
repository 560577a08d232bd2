import { Form, Link } from "@remix-run/react";
import type { LeadAppeal } from "#app/modules/pipeline/load-review-queue.server.ts";
import type { WordKey } from "#app/platform/words/translate.ts";
import { useT } from "#app/platform/words/words.tsx";
import { type FormReply, formErrors } from "#app/site/form-errors.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { Textarea } from "#app/ui/input.tsx";
import { Sheet } from "#app/ui/page.tsx";
import { FriendName } from "./friend-name.tsx";
import { LeadBadge } from "./lead-badge.tsx";
import { ReferrerName } from "./referrer-name.tsx";

/** A referrer who does not agree, and the answer that they read. */
export function AppealSheet({ appeal, reply }: { appeal: LeadAppeal; reply?: FormReply }) {
  const t = useT();
  const figures = useFigures();
  const { leadId } = appeal;
  const mine = String(reply?.initialValue?.leadId) === String(leadId) ? reply : undefined;
  return (
    <li>
      <Sheet>
        <h3 className="flex flex-wrap items-baseline gap-2">
          <Link to={`/admin/leads/${leadId}`}>
            <FriendName name={appeal.friendName} />
          </Link>
          <LeadBadge lead={appeal} />
        </h3>
        <p className="text-ink-soft">
          <ReferrerName referrer={appeal.referrer} />
          {" · "}
          {figures.moment(appeal.createdAt)}
          {appeal.endReason && ` · ${t(`pipeline.reason.${appeal.endReason}` as WordKey)}`}
        </p>
        <p className="my-3 break-words whitespace-pre-line">{appeal.note}</p>
        <Form method="post" className="grid max-w-2xl gap-3">
          <input type="hidden" name="intent" value="appeal" />
          <input type="hidden" name="leadId" value={leadId} />
          <Textarea
            id={`answer-${leadId}`}
            name="answer"
            rows={3}
            required
            maxLength={1000}
            label={t("pipeline.appeals.answer")}
            defaultValue={String(mine?.initialValue?.answer ?? "")}
            errors={mine && formErrors(mine, t).answer}
          />
          <div className="flex flex-wrap gap-2.5">
            <Button name="outcome" value="upheld" look="quiet">
              {t("pipeline.appeals.uphold")}
            </Button>
            <Button name="outcome" value="refused" look="danger">
              {t("pipeline.appeals.refuse")}
            </Button>
          </div>
        </Form>
      </Sheet>
    </li>
  );
}
