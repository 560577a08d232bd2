import { seenText } from "#app/modules/impact/forms.ts";
import type { EventImpact } from "#app/modules/impact/impact-of-event.server.ts";
import { NOTHING_COUNTED } from "#app/modules/impact/judge-counts.ts";
import type { ListedParty } from "#app/modules/impact/load-impact-page.server.ts";
import type { CountedParty } from "#app/modules/impact/load-parties-of-day.server.ts";
import { nameOfCount } from "#app/modules/impact/who-came.ts";
import { tenthsText, typedTenths } from "#app/platform/words/counted.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { FieldErrors } from "#app/ui/field.tsx";
import type { ImpactReply } from "./impact-request.server.ts";
import { pointsSaid } from "./points-said.ts";

interface CountedPartyProps {
  party: ListedParty;
  impact: EventImpact;
  /** What is counted, in the reader's words. */
  unit: string;
  reply: ImpactReply | undefined;
}

/** A party that came or is counted: its names, what it did or each of its people, and the points that it has for it. */
export function CountedPartyItem({ party, impact, unit, reply }: CountedPartyProps) {
  const { t } = useWords();
  const figures = useFigures();
  const { registrationId, people, memberNumber, gone } = party;
  const names = people.map(({ name }) => name);
  const said = pointsSaid(party, impact, t, figures);
  const rows =
    impact.per === "party"
      ? [{ personId: null, label: names.join(t("impact.and")) || t("impact.party") }]
      : people.map(({ id, name }) => ({ personId: id, label: name }));
  return (
    <li className="border-b border-rule py-3">
      {rows.map(({ personId, label }) => (
        <CountField
          key={personId}
          of={{ registrationId, personId }}
          label={label}
          unit={unit}
          count={party.counts.find((count) => count.personId === personId)}
          reply={reply}
        />
      ))}
      <p className="text-[0.9375rem] text-ink-soft">
        {[memberNumber ?? t("impact.noMember"), ...said].join(" · ")}
      </p>
      {gone.length > 0 && (
        <p className="text-[0.9375rem]">
          {t("impact.gone", { names: gone.join(t("impact.and")) })}
        </p>
      )}
    </li>
  );
}

interface CountFieldProps {
  of: { registrationId: number; personId: number | null };
  label: string;
  unit: string;
  count: CountedParty["counts"][number] | undefined;
  reply: ImpactReply | undefined;
}

function CountField({ of, label, unit, count, reply }: CountFieldProps) {
  const { t, locale } = useWords();
  const figures = useFigures();
  const name = nameOfCount(of);
  const kept = count ?? NOTHING_COUNTED;
  const id = `count.${name}`;
  const shown = kept.amount === null ? "" : typedTenths(kept.amount);
  const errors = reply?.fields.includes(name) ? [errorOf(reply, shown, t)] : undefined;
  const said = (amount: number | null) => (amount === null ? "—" : tenthsText(amount, locale));
  const steps = count && count.history.length > 1 ? count.history : [];
  return (
    <div className="py-1">
      <div className="flex items-center gap-3">
        <label htmlFor={id} className="min-w-0 flex-1 font-semibold break-words">
          <bdi>{label}</bdi>
        </label>
        <input
          // What was saved, here or by somebody else, is shown anew; what was refused stays as it was typed.
          key={`${kept.version} ${reply ? "kept" : ""}`}
          id={id}
          name={id}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          maxLength={12}
          defaultValue={reply?.typed[name] ?? shown}
          aria-describedby={errors ? `${id}-error` : `${id}-unit`}
          aria-invalid={errors ? true : undefined}
          className="control w-24! flex-none text-right tabular-nums"
        />
        <span
          id={`${id}-unit`}
          className="w-28 flex-none text-[0.9375rem] leading-tight text-ink-soft"
        >
          {unit}
        </span>
        <input type="hidden" name={`seen.${name}`} value={seenText(kept)} />
      </div>
      <FieldErrors id={id} errors={errors} />
      {steps.length > 0 && (
        <ol className="mt-1 text-[0.875rem] text-ink-soft">
          {steps.map(({ amount, reason, by, at }, place) => (
            <li key={at}>
              {place === 0
                ? t("impact.step.first", { amount: said(amount) })
                : t("impact.step", {
                    ...{ before: said(steps[place - 1]?.amount ?? null), amount: said(amount) },
                  })}{" "}
              · <bdi>{by ?? "—"}</bdi> · {figures.moment(at)}
              {reason && (
                <>
                  {" "}
                  · <bdi>{reason}</bdi>
                </>
              )}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function errorOf(reply: ImpactReply, shown: string, t: ReturnType<typeof useWords>["t"]): string {
  if (reply.refusal === "overtaken") return t("impact.error.overtaken", { amount: shown || "—" });
  if (reply.refusal === "not-come") return t("impact.error.not-come");
  return t("impact.error.number");
}
