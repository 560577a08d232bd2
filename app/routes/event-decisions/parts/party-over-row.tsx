import { Form, Link } from "@remix-run/react";
import type { OverPage } from "#app/modules/event-decisions/load-over.server.ts";
import type { LimitOver } from "#app/modules/event-decisions/who-is-over.ts";
import { REASON_AT_MOST } from "#app/platform/reason.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { Input } from "#app/ui/input.tsx";
import { limitName } from "./limits-over.tsx";

type Party = OverPage["parties"][number];

interface PartyOverRowProps {
  party: Omit<Party, "inSince"> & { inSince: Date | string | null };
  limits: readonly LimitOver[];
  event: Pick<OverPage["event"], "sessions" | "brackets">;
  /** The reason as it was sent, where it was not taken. */
  typed: string;
  errors: string[] | undefined;
}

/** A party that is over capacity: who it is, over what, and whether it stays. */
export function PartyOverRow({ party, limits, event, typed, errors }: PartyOverRowProps) {
  const t = useT();
  const figures = useFigures();
  const { id, code, memberNumber, memberName, people, inSince } = party;
  const over = limits
    .filter(({ limit }) => party.limits.includes(limit.key))
    .map(({ limit }) => limitName(limit, event, t));
  const facts = [
    code,
    inSince && t("eventDecisions.over.in", { moment: figures.moment(inSince) }),
  ].filter(Boolean);
  return (
    <li className="border-b border-rule py-4">
      <div className="flex flex-wrap items-baseline gap-x-4">
        <span className="font-semibold">
          {memberNumber ? (
            <Link to={`/admin/members/${memberNumber}`}>{memberName}</Link>
          ) : (
            (people[0]?.name ?? code)
          )}
        </span>
        <span className="text-ink-soft">{facts.join(" · ")}</span>
      </div>
      <p>{people.map(({ name }) => name).join(t("parties.comma"))}</p>
      <p className="text-ink-soft">
        {t("eventDecisions.over.of", { limits: over.join(t("parties.comma")) })}
      </p>
      <Form method="post" className="mt-2 flex flex-wrap items-end gap-3" noValidate>
        <input type="hidden" name="party" value={id} />
        <Input
          id={`reason-${id}`}
          name="reason"
          label={t("eventDecisions.over.reason")}
          hint={t("eventDecisions.over.reason.hint")}
          defaultValue={typed}
          maxLength={REASON_AT_MOST}
          errors={errors}
          className="min-w-0 flex-1 basis-80"
        />
        <Button look="quiet" name="decision" value="stay">
          {t("eventDecisions.over.stay")}
        </Button>
        <Button look="danger" name="decision" value="out">
          {t("eventDecisions.over.out")}
        </Button>
      </Form>
    </li>
  );
}
