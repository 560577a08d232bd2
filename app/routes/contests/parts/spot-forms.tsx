import { Form, useNavigation } from "@remix-run/react";
import { useState } from "react";
import type { ShownContest } from "#app/modules/contests/load-contests.server.ts";
import type { Enterable, KeptEntry } from "#app/modules/contests/load-entries.server.ts";
import { bestOf, showValue } from "#app/modules/contests/measured.ts";
import type { EventBracket } from "#app/modules/events/plan.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT, useWords } from "#app/platform/words/words.tsx";
import { type FormReply, formErrors } from "#app/site/form-errors.ts";
import { replyTo, typedInto } from "#app/site/typed.ts";
import { Button } from "#app/ui/button.tsx";
import { SearchIcon } from "#app/ui/icons.tsx";
import { RowInput, SearchInput, Select } from "#app/ui/input.tsx";
import { Section } from "#app/ui/page.tsx";
import { isMeant } from "./find-people.ts";

interface SpotFormsProps {
  contest: ShownContest;
  brackets: readonly EventBracket[];
  people: readonly Enterable[];
  entries: readonly KeptEntry[];
  requestKey: string;
  /** A form of the page that was answered with what is wrong, whichever it was. */
  reply: FormReply | undefined;
}

/** A contest without pictures at its table: who takes part, times and points, votes. */
export function SpotForms(props: SpotFormsProps) {
  const { contest, brackets, people, entries, requestKey, reply } = props;
  const { terms } = contest;
  return (
    <>
      <EnterForm {...{ contest, brackets, people, requestKey, reply }} key={requestKey} />
      {terms.kind === "measured" && <Tries {...{ entries, terms, reply }} />}
      {terms.kind === "chosen" && terms.by === "vote" && (
        <VoteForm {...{ people, entries, reply }} />
      )}
    </>
  );
}

/** From so many on, whoever is next is looked for. */
const MANY = 8;

interface TriesProps extends Pick<SpotFormsProps, "entries" | "reply"> {
  terms: TryFormProps["terms"];
}

/** Who takes part, each with a field for the next try; found by number or name, and without a script all of them. */
function Tries({ entries, terms, reply }: TriesProps) {
  const t = useT();
  const [typed, setTyped] = useState("");
  const found = entries.filter((entry) => isMeant(entry, typed));
  return (
    <Section id="tries" title={t("contestEntries.tries")}>
      {entries.length > MANY && (
        <div className="mb-4">
          <SearchInput
            id="entry-search"
            label={t("contestEntries.tries.search")}
            placeholder={t("contestEntries.tries.search")}
            icon={<SearchIcon size={18} />}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
      )}
      {found.length === 0 && (
        <p className="text-ink-soft">
          {t(entries.length === 0 ? "contestKeeping.entries.none" : "contestEntries.found.none")}
        </p>
      )}
      <ul className="grid gap-3">
        {found.map((entry) => (
          <li key={entry.id} className="border-t border-rule pt-3">
            <TryForm {...{ entry, terms, reply }} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

type EnterFormProps = Omit<SpotFormsProps, "entries">;

/** Enters somebody. It works without a script, and on the picture contest's page where there is none. */
export function EnterForm(props: EnterFormProps) {
  const { contest, brackets, people, requestKey } = props;
  const { t, locale } = useWords();
  const pending = useNavigation().formData?.get("intent") === "enter";
  const isPictures = contest.terms.kind === "pictures";
  const reply = replyTo(props.reply, "enter");
  const errors = formErrors(reply, t);
  return (
    <Section id="enter" title={t("contestEntries.enter")}>
      <Form method="post" encType="multipart/form-data" className="grid gap-4">
        <input type="hidden" name="requestKey" value={requestKey} />
        <Select
          id="person"
          name="person"
          required={!isPictures}
          label={t("contestEntries.person")}
          defaultValue={typedInto(reply, "person")}
          errors={errors.person}
          options={[
            { value: "", label: isPictures ? t("contestEntries.later") : "—" },
            ...people
              .filter(({ number }) => number === null)
              .map(({ id, name, code }) => ({ value: String(id), label: `${name} · ${code}` })),
          ]}
        />
        {contest.brackets.length > 0 && (
          <Select
            id="bracket"
            name="bracket"
            label={t("contestKeeping.entry.bracket")}
            defaultValue={typedInto(reply, "bracket")}
            errors={errors.bracket}
            options={[
              { value: "", label: t("contestKeeping.assign.byAge") },
              ...brackets
                .filter(({ key }) => contest.brackets.includes(key))
                .map(({ key, name }) => ({ value: key, label: inLanguage(locale, name) })),
            ]}
          />
        )}
        {isPictures && (
          <input
            type="file"
            name="picture"
            accept="image/*"
            aria-label={t("contestEntries.choosePicture")}
          />
        )}
        <div>
          <Button name="intent" value="enter" pending={pending}>
            {t("contestEntries.enter.send")}
          </Button>
        </div>
      </Form>
    </Section>
  );
}

interface TryFormProps extends Pick<SpotFormsProps, "reply"> {
  entry: KeptEntry;
  terms: Extract<ShownContest["terms"], { kind: "measured" }>;
}

function TryForm({ entry, terms, reply }: TryFormProps) {
  const t = useT();
  const { id, number, name } = entry;
  const counted = entry.attempts.filter(({ takenBackWhy }) => takenBackWhy === null);
  const best = bestOf(
    counted.map(({ value }) => value),
    terms.better,
  );
  return (
    <>
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span>
          <span className="figure text-lg">{number}</span> <bdi>{name}</bdi>
        </span>
        <span className="text-ink-soft">
          {best === null
            ? t("contestEntries.noTry")
            : t("contestEntries.best", { value: showValue(best, terms.measure) })}
        </span>
      </p>
      {counted.length < terms.attempts ? (
        // Anew with each try: the same form sent twice is one try.
        <TryField key={entry.attempts.length} entryId={id} {...{ number, terms, reply }} />
      ) : (
        <p className="text-ink-soft">{t("contestEntries.triesOver")}</p>
      )}
    </>
  );
}

interface TryFieldProps extends Omit<TryFormProps, "entry"> {
  entryId: number;
  number: number;
}

function TryField({ entryId, number, terms, reply }: TryFieldProps) {
  const t = useT();
  const own = replyTo(reply, "measure", ["entry", entryId]);
  // Made once for the field: sent twice it is one try.
  const [id] = useState(() => crypto.randomUUID());
  return (
    <Form
      method="post"
      encType="multipart/form-data"
      preventScrollReset
      className="mt-1 flex items-start gap-2"
    >
      <input type="hidden" name="entry" value={entryId} />
      <input type="hidden" name="id" value={id} suppressHydrationWarning />
      <RowInput
        id={`try-${entryId}`}
        name="value"
        required
        maxLength={20}
        inputMode="decimal"
        autoComplete="off"
        label={t("contestEntries.value", { number })}
        placeholder={t(`contestEntries.value.${terms.measure}`)}
        defaultValue={typedInto(own, "value")}
        errors={formErrors(own, t).value}
        className="min-w-0 flex-1"
      />
      <Button name="intent" value="measure" look="quiet">
        {t("contestEntries.value.save")}
      </Button>
    </Form>
  );
}

function VoteForm(props: Pick<SpotFormsProps, "people" | "entries" | "reply">) {
  const { people, entries } = props;
  const t = useT();
  const reply = replyTo(props.reply, "vote");
  const errors = formErrors(reply, t);
  const pending = useNavigation().formData?.get("intent") === "vote";
  const parties = new Map(
    people.map(({ registrationId, name, code }) => [registrationId, { name, code }]),
  );
  return (
    <Section id="vote" title={t("contestEntries.vote")}>
      <p className="mb-3 max-w-prose text-ink-soft">{t("contestEntries.vote.means")}</p>
      <Form method="post" encType="multipart/form-data" className="grid gap-4">
        <Select
          id="party"
          name="party"
          required
          label={t("contestEntries.vote.party")}
          defaultValue={typedInto(reply, "party")}
          errors={errors.party}
          options={[
            { value: "", label: "—" },
            ...[...parties].map(([id, { name, code }]) => ({
              value: String(id),
              label: `${code} · ${name}`,
            })),
          ]}
        />
        <Select
          id="for"
          name="entry"
          required
          label={t("contestEntries.vote.for")}
          defaultValue={typedInto(reply, "entry")}
          errors={errors.entry}
          options={[
            { value: "", label: "—" },
            ...entries.map(({ id, number, name }) => ({
              value: String(id),
              label: `${number} · ${name ?? ""}`,
            })),
          ]}
        />
        <div>
          <Button name="intent" value="vote" pending={pending}>
            {t("contestEntries.vote.send")}
          </Button>
        </div>
      </Form>
    </Section>
  );
}
