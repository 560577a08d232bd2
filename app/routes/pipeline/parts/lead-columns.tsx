import { Link } from "@remix-run/react";
import { OPEN_STAGES, type OpenStage } from "#app/modules/pipeline/lead-board.ts";
import type { LeadCounts, ListedLead } from "#app/modules/pipeline/load-lead-board.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { FriendName } from "./friend-name.tsx";
import { LeadClock } from "./lead-clock.tsx";

interface LeadColumnsProps {
  leads: ListedLead[];
  counts: LeadCounts;
  now: Date | string;
  /** The list of one stage. */
  listOf: (stage: OpenStage) => string;
}

/** The board: a column for each stage on a desk, one stage below the other on a phone. */
export function LeadColumns({ leads, counts, now, listOf }: LeadColumnsProps) {
  const t = useT();
  return (
    <div className="grid gap-x-4 gap-y-7 min-[60rem]:grid-cols-3 min-[90rem]:grid-cols-6">
      {OPEN_STAGES.map((stage) => {
        const here = leads.filter((lead) => lead.stage === stage);
        const count = counts.stages[stage] ?? 0;
        return (
          <section key={stage} aria-labelledby={`stage-${stage}`} className="min-w-0">
            <h2
              id={`stage-${stage}`}
              className="mb-2 flex items-baseline justify-between gap-2 border-b border-rule-strong pb-1.5 text-base"
            >
              {t(`pipeline.stage.${stage}`)}
              <span className="figure text-ink-soft">{count}</span>
            </h2>
            {here.length === 0 && <p className="text-ink-soft">{t("pipeline.board.none")}</p>}
            <ul className="grid gap-2">
              {here.map((lead) => (
                <Card key={lead.id} lead={lead} now={now} />
              ))}
            </ul>
            {count > here.length && (
              <p className="mt-2">
                <Link to={listOf(stage)}>{t("pipeline.board.all", { count })}</Link>
              </p>
            )}
          </section>
        );
      })}
    </div>
  );
}

function Card({ lead, now }: { lead: ListedLead; now: Date | string }) {
  const t = useT();
  return (
    <li className="rounded-md border border-rule bg-sheet p-3">
      <p className="font-semibold break-words">
        <Link to={`/admin/leads/${lead.id}`}>
          <FriendName name={lead.friendName} />
        </Link>
      </p>
      {lead.model && <p className="text-[0.9375rem] break-words text-ink-soft">{lead.model}</p>}
      <p className="mt-1 text-[0.9375rem]">
        <LeadClock lead={lead} now={now} />
      </p>
      <p className="mt-1 text-[0.875rem] text-ink-soft">
        {lead.consultant ? <bdi>{lead.consultant}</bdi> : t("pipeline.consultant.none")}
      </p>
    </li>
  );
}
