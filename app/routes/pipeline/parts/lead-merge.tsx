import { Link } from "@remix-run/react";
import type { LeadPage } from "#app/modules/pipeline/load-lead-page.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { formErrors } from "#app/site/form-errors.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Input } from "#app/ui/input.tsx";
import type { LeadActReply } from "./act-on-lead.server.ts";
import { Act } from "./lead-acts.tsx";
import { LeadBadge } from "./lead-badge.tsx";

/** Other leads of the same friend, and making one of two. */
export function LeadMerge({
  lead,
  refused,
}: {
  lead: LeadPage;
  refused: LeadActReply | undefined;
}) {
  const t = useT();
  const mine = refused?.intent === "merge" ? refused : undefined;
  return (
    <div className="mt-6">
      {lead.others.length > 0 && (
        <ul className="mb-3 grid gap-1.5">
          {lead.others.map((other) => (
            <li key={other.id} className="flex flex-wrap items-baseline gap-2">
              <Link to={`/admin/leads/${other.id}`}>
                {t("pipeline.merge.other", { lead: other.id })}
              </Link>
              <LeadBadge lead={other} />
            </li>
          ))}
        </ul>
      )}
      <Disclosure summary={t("pipeline.merge")} open={mine !== undefined}>
        <p className="mb-3 text-ink-soft">{t("pipeline.merge.hint", { lead: lead.id })}</p>
        <Act lead={lead} intent="merge" className="flex flex-wrap items-end gap-2.5">
          <Input
            id="otherId"
            name="otherId"
            inputMode="numeric"
            required
            className="w-32"
            label={t("pipeline.merge.number")}
            defaultValue={String(mine?.form.initialValue?.otherId ?? lead.others[0]?.id ?? "")}
            errors={mine && formErrors(mine.form, t).otherId}
          />
          <Button look="quiet">{t("pipeline.merge.send")}</Button>
        </Act>
      </Disclosure>
    </div>
  );
}
