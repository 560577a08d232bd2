import { Form, useNavigation } from "@remix-run/react";
import { useState } from "react";
import type { ShownContest } from "#app/modules/contests/load-contests.server.ts";
import type { KeptEntry } from "#app/modules/contests/load-entries.server.ts";
import { showValue } from "#app/modules/contests/measured.ts";
import { REASON_AT_MOST } from "#app/platform/reason.ts";
import { useT } from "#app/platform/words/words.tsx";
import type { FormReply } from "#app/site/form-errors.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";

type Terms = Extract<ShownContest["terms"], { kind: "measured" }>;

interface EntryTriesProps {
  entry: KeptEntry;
  terms: Terms;
  mayTakeBack: boolean;
  /** Once entries are closed; before that tries are taken at the contest's table. */
  mayAdd: boolean;
  typed: FormReply | undefined;
}

/** The tries of an entry: what counts, what was taken back, and what was added afterwards with why. */
export function EntryTries({ entry, terms, mayTakeBack, mayAdd, typed }: EntryTriesProps) {
  const { attempts, state, isErased, number } = entry;
  const t = useT();
  const counted = attempts.filter(({ takenBackWhy }) => takenBackWhy === null).length;
  return (
    <div className="grid justify-items-start gap-2">
      <ul className="grid gap-1">
        {attempts.map((tried) => (
          <li key={tried.id} className="flex flex-wrap items-center gap-2">
            <Try tried={tried} measure={terms.measure} />
            {mayTakeBack && tried.takenBackWhy === null && (
              <TakeBack number={number} tried={tried} />
            )}
          </li>
        ))}
      </ul>
      {mayAdd && state === "in" && !isErased && counted < terms.attempts && (
        <Disclosure
          summary={t("contestKeeping.addTry.of", { number })}
          open={typed?.initialValue?.intent === "add-try" && isOf(typed, entry)}
        >
          {/* Anew with each try: the same form sent twice is one try. */}
          <AddTry key={attempts.length} entry={entry} measure={terms.measure} typed={typed} />
        </Disclosure>
      )}
    </div>
  );
}

const isOf = (typed: FormReply | undefined, { id }: KeptEntry) =>
  typed?.initialValue?.entry === String(id);

type OneTry = KeptEntry["attempts"][number];

function Try({ tried, measure }: { tried: OneTry; measure: Terms["measure"] }) {
  const t = useT();
  const { value, takenBackWhy, addedWhy } = tried;
  return (
    <>
      {takenBackWhy === null ? (
        <span className="figure">{showValue(value, measure)}</span>
      ) : (
        <s className="text-ink-soft" title={takenBackWhy}>
          {showValue(value, measure)}
        </s>
      )}
      {addedWhy !== null && (
        <span className="text-[0.9375rem] text-ink-soft">
          {t("contestKeeping.addTry.added", { reason: addedWhy })}
        </span>
      )}
    </>
  );
}

function TakeBack({ number, tried }: { number: number; tried: OneTry }) {
  const t = useT();
  const { id, attempt } = tried;
  return (
    <Form method="post" className="flex flex-wrap gap-2">
      <input type="hidden" name="attempt" value={id} />
      <input
        name="reason"
        required
        maxLength={REASON_AT_MOST}
        aria-label={t("contestKeeping.takeBack.why", { number, attempt })}
        placeholder={t("contestKeeping.reason")}
        className="control w-40"
      />
      <Button name="intent" value="take-back" look="bare">
        {t("contestKeeping.takeBack")}
      </Button>
    </Form>
  );
}

interface AddTryProps extends Pick<EntryTriesProps, "entry" | "typed"> {
  measure: Terms["measure"];
}

/** A try that was forgotten at the contest's table, with why it is added. */
function AddTry({ entry, measure, typed }: AddTryProps) {
  const t = useT();
  const pending = useNavigation().formData?.get("intent") === "add-try";
  const [id] = useState(() => crypto.randomUUID());
  const { number, attempts } = entry;
  const before = typed && isOf(typed, entry) ? typed.initialValue : null;
  const textOf = (name: string) => (typeof before?.[name] === "string" ? before[name] : undefined);
  return (
    <Form method="post" className="grid gap-2">
      <input type="hidden" name="entry" value={entry.id} />
      <input type="hidden" name="id" value={id} suppressHydrationWarning />
      <input type="hidden" name="seen" value={attempts.length} />
      <input
        name="value"
        required
        maxLength={20}
        inputMode="decimal"
        autoComplete="off"
        defaultValue={textOf("value")}
        aria-label={t("contestEntries.value", { number })}
        placeholder={t(`contestEntries.value.${measure}`)}
        className="control"
      />
      <input
        name="reason"
        required
        maxLength={REASON_AT_MOST}
        defaultValue={textOf("reason")}
        aria-label={t("contestKeeping.addTry.why", { number })}
        placeholder={t("contestKeeping.addTry.reason")}
        className="control"
      />
      <div>
        <Button name="intent" value="add-try" look="quiet" pending={pending}>
          {t("contestKeeping.addTry")}
        </Button>
      </div>
    </Form>
  );
}
