import { useState } from "react";
import type { ShownContest } from "#app/modules/contests/load-contests.server.ts";
import type { Enterable } from "#app/modules/contests/load-entries.server.ts";
import type { EventBracket } from "#app/modules/events/plan.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import type { FormReply } from "#app/site/form-errors.ts";
import { useKeptPage } from "#app/site/use-kept-page.ts";
import { Button } from "#app/ui/button.tsx";
import { Input, Select } from "#app/ui/input.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Sheet } from "#app/ui/page.tsx";
import { PersonFinder } from "./person-finder.tsx";
import { PictureButton } from "./picture-button.tsx";
import { QueuedEntries } from "./queued-entries.tsx";
import { EnterForm } from "./spot-forms.tsx";
import { useEntryQueue } from "./use-entry-queue.ts";

interface EntryDeskProps {
  contest: ShownContest;
  brackets: readonly EventBracket[];
  page: string;
  people: readonly Enterable[];
  requestKey: string;
  /** A form without a script that was answered with what is wrong. */
  reply: FormReply | undefined;
}

/** Entries taken at a table with a phone: who, their picture, next. It goes on without a network. */
export function EntryDesk(props: EntryDeskProps) {
  const { contest, brackets, page, people, requestKey, reply } = props;
  const { t } = useWords();
  const queue = useEntryQueue(contest.id, `${page}/entries/send`);
  const isKept = useKeptPage();
  const [found, setFound] = useState<Enterable | null>(null);
  const unsent = queue.entries.filter(
    ({ entryId, refusal }) => entryId === null && refusal === null,
  ).length;
  return (
    <div className="grid gap-6">
      <noscript>
        <EnterForm {...{ contest, brackets, people, requestKey, reply }} />
      </noscript>
      {!queue.isOnline && (
        <Notice tone="warn" title={t("contestEntries.offline", { count: unsent })}>
          {t(isKept ? "contestEntries.offline.kept" : "contestEntries.offline.means")}
        </Notice>
      )}
      {found ? (
        <OnePerson
          key={found.id}
          person={found}
          contest={contest}
          brackets={brackets}
          onTake={(taken, file) => {
            queue.take({ ...taken, personId: found.id, name: found.name }, file);
            setFound(null);
          }}
          onClose={() => setFound(null)}
        />
      ) : (
        <PersonFinder people={people} taken={queue.entries} onFound={setFound} />
      )}
      {!found && (
        <div>
          <PictureButton
            label={t("contestEntries.many")}
            look="quiet"
            many
            onChosen={(files) => void queue.takeMany(files)}
          />
          <p className="mt-1 text-[0.9375rem] text-ink-soft">{t("contestEntries.many.means")}</p>
        </div>
      )}
      <QueuedEntries queue={queue} />
    </div>
  );
}

interface OnePersonProps {
  person: Enterable;
  contest: ShownContest;
  brackets: readonly EventBracket[];
  onTake: (taken: { sheet: string; bracket: string }, file: File | null) => void;
  onClose: () => void;
}

function OnePerson({ person, contest, brackets, onTake, onClose }: OnePersonProps) {
  const { t, locale } = useWords();
  const of = brackets.filter(({ key }) => contest.brackets.includes(key));
  const own = of.find(({ key }) => key === person.bracket);
  const [sheet, setSheet] = useState("");
  const [bracket, setBracket] = useState("");
  const isMissing = of.length > 0 && !own && bracket === "";
  const take = (file: File | null) => onTake({ sheet: sheet.trim(), bracket }, file);
  return (
    <Sheet className="grid gap-4">
      <p>
        <bdi className="text-xl font-semibold">{person.name}</bdi>{" "}
        <span className="figure text-ink-soft">{person.code}</span>
        {own && <span className="block text-ink-soft">{inLanguage(locale, own.name)}</span>}
      </p>
      {of.length > 0 && !own && (
        <Select
          id="its-bracket"
          label={t("contestEntries.bracket")}
          value={bracket}
          onChange={(event) => setBracket(event.target.value)}
          options={[
            { value: "", label: "—" },
            ...of.map(({ key, name }) => ({ value: key, label: inLanguage(locale, name) })),
          ]}
        />
      )}
      <Input
        id="sheet"
        label={t("contestEntries.sheet")}
        hint={t("contestEntries.sheet.hint")}
        inputMode="numeric"
        autoComplete="off"
        maxLength={4}
        value={sheet}
        onChange={(event) => setSheet(event.target.value)}
      />
      {isMissing ? (
        <p className="text-ink-soft">{t("contestEntries.bracket.first")}</p>
      ) : (
        <div className="grid gap-2">
          <PictureButton
            label={t("contestEntries.takePicture")}
            camera
            onChosen={([file]) => take(file ?? null)}
          />
          <PictureButton
            label={t("contestEntries.choosePicture")}
            look="quiet"
            onChosen={([file]) => take(file ?? null)}
          />
          <Button type="button" look="quiet" wide onClick={() => take(null)}>
            {t("contestEntries.withoutPicture")}
          </Button>
        </div>
      )}
      <Button type="button" look="bare" onClick={onClose}>
        {t("contestEntries.another")}
      </Button>
    </Sheet>
  );
}
