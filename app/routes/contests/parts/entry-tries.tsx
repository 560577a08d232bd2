import { Form, useNavigation } from "@remix-run/react";
import { useState } from "react";
import type { ShownContest } from "#app/modules/contests/load-contests.server.ts";
import type { KeptEntry } from "#app/modules/contests/load-entries.server.ts";
import { showValue } from "#app/modules/contests/measured.ts";
import { REASON_AT_MOST } from "#app/platform/reason.ts";
import { useT } from "#app/platform/words/words.tsx";
import { type FormReply, formErrors } from "#app/site/form-errors.ts";
import { replyTo, typedInto } from "#app/site/typed.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { RowInput } from "#app/ui/input.tsx";

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
  const adding = replyTo(typed, "add-try", ["entry", entry.id]);
  const counted = attempts.filter(({ takenBackWhy }) => takenBackWhy === null).length;
  return (
    <div className="grid justify-items-start gap-2">
      <ul className="grid gap-1">
        {attempts.map((tried) => (
          <li key={tried.id} className="flex flex-wrap items-center gap-2">
            <Try tried={tried} measure={terms.measure} />
            {mayTakeBack && tried.takenBackWhy === null && (
              <TakeBack {...{ number, tried, typed }} />
            )}
          </li>
        ))}
      </ul>
      {mayAdd && state === "in" && !isErased && counted < terms.attempts && (
        <Disclosure summary={t("contestKeeping.addTry.of", { number })} open={adding !== undefined}>
          {/* Anew with each try: the same form sent twice is one try. */}
          <AddTry key={attempts.length} entry={entry} measure={terms.measure} reply={adding} />
        </Disclosure>
      )}
    </div>
  );
}

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

interface TakeBackProps extends Pick<EntryTriesProps, "typed"> {
  number: number;
  tried: OneTry;
}

function TakeBack({ number, tried, typed }: TakeBackProps) {
  const t = useT();
  const { id, attempt } = tried;
  const reply = replyTo(typed, "take-back", ["attempt", id]);
  return (
    <Form method="post" className="flex flex-wrap gap-2">
      <input type="hidden" name="attempt" value={id} />
      <RowInput
        id={`take-back-${id}`}
        name="reason"
        required
        maxLength={REASON_AT_MOST}
        label={t("contestKeeping.takeBack.why", { number, attempt })}
        placeholder={t("contestKeeping.reason")}
        defaultValue={typedInto(reply, "reason")}
        errors={formErrors(reply, t).reason}
        className="w-40"
      />
      <Button name="intent" value="take-back" look="bare">
        {t("contestKeeping.takeBack")}
      </Button>
    </Form>
  );
}

interface AddTryProps extends Pick<EntryTriesProps, "entry"> {
  measure: Terms["measure"];
  reply: FormReply | undefined;
}

/** A try that was forgotten at the contest's table, with why it is added. */
function AddTry({ entry, measure, reply }: AddTryProps) {
  const t = useT();
  const pending = useNavigation().formData?.get("intent") === "add-try";
  const [id] = useState(() => crypto.randomUUID());
  const { number, attempts } = entry;
  const errors = formErrors(reply, t);
  return (
    <Form method="post" className="grid gap-2">
      <input type="hidden" name="entry" value={entry.id} />
      <input type="hidden" name="id" value={id} suppressHydrationWarning />
      <input type="hidden" name="seen" value={attempts.length} />
      <RowInput
        id={`try-${entry.id}`}
        name="value"
        required
        maxLength={20}
        inputMode="decimal"
        autoComplete="off"
        label={t("contestEntries.value", { number })}
        placeholder={t(`contestEntries.value.${measure}`)}
        defaultValue={typedInto(reply, "value")}
        errors={errors.value}
      />
      <RowInput
        id={`try-why-${entry.id}`}
        name="reason"
        required
        maxLength={REASON_AT_MOST}
        label={t("contestKeeping.addTry.why", { number })}
        placeholder={t("contestKeeping.addTry.reason")}
        defaultValue={typedInto(reply, "reason")}
        errors={errors.reason}
      />
      <div>
        <Button name="intent" value="add-try" look="quiet" pending={pending}>
          {t("contestKeeping.addTry")}
        </Button>
      </div>
    </Form>
  );
}
