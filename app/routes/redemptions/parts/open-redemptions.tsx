import { Form, Link } from "@remix-run/react";
import type { OpenRedemption } from "#app/modules/redemptions/load-member-redemptions.server.ts";
import { afterAct } from "#app/modules/redemptions/redemption.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { CollectorChoice } from "./collector-choice.tsx";
import { RedemptionStateBadge, RedemptionWarnings } from "./redemption-badges.tsx";
import { useBoth } from "./use-both.ts";

interface OpenRedemptionsProps {
  member: { number: string; name: string };
  redemptions: OpenRedemption[];
  /** Whoever looks may hand them over. */
  mayServe: boolean;
  errors?: Record<string, string[] | undefined>;
}

/** What a member still waits for, with a box beside each that can be handed over here and now. */
export function OpenRedemptions({ member, redemptions, mayServe, errors }: OpenRedemptionsProps) {
  const t = useT();
  const canHandOver = (row: OpenRedemption) => mayServe && afterAct(row, "hand-over") !== null;
  const atHand = redemptions.filter(canHandOver);
  const list = (
    <ul className="border-t border-rule">
      {redemptions.map((row) => (
        <OpenRedemptionLine key={row.id} row={row} choosable={canHandOver(row)} />
      ))}
    </ul>
  );
  if (atHand.length === 0) return list;
  const substitutes = atHand.flatMap(({ collectorName }) => collectorName ?? []);
  return (
    <Form method="post" action={`/admin/members/${member.number}/redemptions`}>
      {list}
      {errors?.chosen && (
        <p role="alert" className="mt-2 text-refusal">
          {errors.chosen.join(" ")}
        </p>
      )}
      <div className="mt-4 mb-3">
        <CollectorChoice owner={member.name} substitutes={substitutes} errors={errors?.collector} />
      </div>
      <Button>{t("redemptions.desk.handOverChosen")}</Button>
    </Form>
  );
}

function OpenRedemptionLine({ row, choosable }: { row: OpenRedemption; choosable: boolean }) {
  const t = useT();
  const both = useBoth();
  const figures = useFigures();
  const { id, title, quantity, state, store, liesAt, collectBy, takenAt } = row;
  const words = t("redemptions.desk.pieces", { title: both(title), quantity });
  const place = liesAt ? both(liesAt) : t("redemptions.desk.storeRoom");
  return (
    <li className="flex gap-3 border-b border-rule py-2">
      {choosable && (
        <input
          type="checkbox"
          name="chosen"
          value={id}
          id={`chosen-${id}`}
          className="check"
          aria-label={words}
          defaultChecked={state === "ready"}
        />
      )}
      <span className="min-w-0">
        <Link to={`/admin/redemptions/${id}`}>{words}</Link>
        <span className="block text-ink-soft">
          {state === "ready" && collectBy && store
            ? t("redemptions.desk.readyAt", {
                store: both(store),
                day: figures.lastDay(collectBy),
              })
            : state === "requested" && store
              ? t("redemptions.desk.liesFor", { store: both(store), place })
              : t("redemptions.desk.takenOn", { day: figures.day(takenAt) })}
        </span>
        <RedemptionWarnings short={row.short} />
      </span>
      <span className="ml-auto flex-none">
        <RedemptionStateBadge state={state} />
      </span>
    </li>
  );
}
