import { Form } from "@remix-run/react";
import { DECLINE_REASONS } from "#app/modules/leads/stage.ts";
import { groupPhone } from "#app/modules/person/contact-spelling.ts";
import type { LeadToReview } from "#app/modules/pipeline/load-review-queue.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { Select } from "#app/ui/input.tsx";
import { Sheet } from "#app/ui/page.tsx";
import { FriendName } from "./friend-name.tsx";
import { ReferrerName } from "./referrer-name.tsx";

/** A lead about which something looked wrong: what it says, the evidence, and the two answers. */
export function ReviewSheet({ lead }: { lead: LeadToReview }) {
  const t = useT();
  const figures = useFigures();
  const evidence = [
    t("pipeline.evidence.recent", { count: lead.recent }),
    lead.declined > 0 && t("pipeline.evidence.declined", { count: lead.declined }),
    lead.sameDevice > 0 && t("pipeline.evidence.sameDevice", { count: lead.sameDevice }),
    lead.sameNetwork > 0 && t("pipeline.evidence.sameNetwork", { count: lead.sameNetwork }),
  ];
  const hidden = <input type="hidden" name="leadId" value={lead.id} />;
  return (
    <li>
      <Sheet>
        <div className="grid gap-x-8 gap-y-4 min-[60rem]:grid-cols-2">
          <div className="min-w-0">
            <h3>
              <FriendName name={lead.friendName} />
            </h3>
            <p className="break-words">
              {[lead.friendPhone && groupPhone(lead.friendPhone), lead.friendEmail, lead.model]
                .filter(Boolean)
                .join(" · ")}
            </p>
            {lead.note && <p className="mt-1 break-words whitespace-pre-line">{lead.note}</p>}
            <p className="mt-1 text-ink-soft">
              <ReferrerName referrer={lead.referrer} />
              {" · "}
              {t("pipeline.fact.cameHow", {
                day: figures.moment(lead.createdAt),
                how: t(`pipeline.source.${lead.source}`),
              })}
            </p>
          </div>
          <div className="min-w-0">
            <p className="flex flex-wrap gap-1.5">
              {lead.signs.map((sign) => (
                <Badge key={sign} tone="warn" wraps>
                  {t(`pipeline.sign.${sign}`)}
                </Badge>
              ))}
            </p>
            <ul className="mt-2 text-ink-soft">
              {evidence.filter(Boolean).map((line) => (
                <li key={String(line)}>{line}</li>
              ))}
            </ul>
          </div>
        </div>
        <div className="mt-4 flex flex-wrap items-end gap-x-6 gap-y-3 border-t border-rule pt-4">
          <Form method="post">
            <input type="hidden" name="intent" value="pass" />
            {hidden}
            <Button look="quiet">{t("pipeline.review.pass")}</Button>
          </Form>
          <Form method="post" className="flex flex-wrap items-end gap-2.5">
            <input type="hidden" name="intent" value="refuse" />
            {hidden}
            <Select
              id={`reason-${lead.id}`}
              name="reason"
              label={t("pipeline.end.reason")}
              defaultValue="unfit"
              options={DECLINE_REASONS.map((reason) => ({
                value: reason,
                label: t(`pipeline.reason.${reason}`),
              }))}
            />
            <Button look="danger">{t("pipeline.decline.send")}</Button>
          </Form>
        </div>
      </Sheet>
    </li>
  );
}
