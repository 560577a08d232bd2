import { Form, Link, useNavigation } from "@remix-run/react";
import type { loadOwnVotes, OwnContest } from "#app/modules/contests/load-own-contests.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT, useWords } from "#app/platform/words/words.tsx";
import { type FormReply, formErrors } from "#app/site/form-errors.ts";
import { replyTo, typedInto } from "#app/site/typed.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { FileInput } from "#app/ui/file-input.tsx";
import { Select } from "#app/ui/input.tsx";
import { Notice } from "#app/ui/notice.tsx";

type OwnVote = Awaited<ReturnType<typeof loadOwnVotes>>[number];
type OwnPerson = OwnContest["people"][number];

interface OwnContestProps {
  contest: OwnContest;
  vote: OwnVote | undefined;
  requestKey: string;
  now: Date;
  /** A form of the page that was answered with what is wrong, whichever it was. */
  reply: FormReply | undefined;
}

/** A contest as a family sees it: how it is decided, until when pictures come from home, who of them is in. */
export function OwnContestSheet(props: OwnContestProps) {
  const { contest, vote, requestKey, now } = props;
  const { t, locale } = useWords();
  const { moment } = useFigures();
  const { terms, entriesUntil, state } = contest;
  const reply = typedInto(props.reply, "contest") === String(contest.id) ? props.reply : undefined;
  const takesPictures =
    terms.kind === "pictures" && state === "open" && entriesUntil !== null && now < entriesUntil;
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 className="text-lg [overflow-wrap:anywhere]">{inLanguage(locale, contest.title)}</h2>
        <Badge tone={state === "called-off" ? "refusal" : state === "open" ? "ok" : "plain"}>
          {t(`contests.state.${state as Exclude<typeof state, "draft">}`)}
        </Badge>
      </div>
      <p>
        <Link to={`/my/events/${contest.slug}`}>{inLanguage(locale, contest.eventTitle)}</Link>
      </p>
      <p className="mt-2 max-w-prose whitespace-pre-line">{inLanguage(locale, contest.about)}</p>
      {contest.calledOff && (
        <div className="mt-3">
          <Notice tone="warn" announce={false}>
            {inLanguage(locale, contest.calledOff)}
          </Notice>
        </div>
      )}
      {terms.kind === "pictures" && state === "open" && (
        <p className="mt-2 text-ink-soft">
          {takesPictures
            ? t("contests.until", { moment: moment(entriesUntil) })
            : t(entriesUntil ? "contests.overFromHome" : "contests.spotOnly")}
        </p>
      )}
      <ul className="mt-3 grid gap-4">
        {contest.people.map((person) => (
          <li key={person.id} className="border-t border-rule pt-3">
            <Person
              {...{ person, takesPictures, requestKey, reply }}
              contestId={contest.id}
              isOpen={state === "open"}
            />
          </li>
        ))}
      </ul>
      {state === "published" && contest.people.some(({ entryState }) => entryState === "in") && (
        <p className="mt-4">
          <Link
            to={`/my/registrations/${contest.registrationId}/results`}
            className="font-semibold"
          >
            {t("contests.results")}
          </Link>
        </p>
      )}
      {vote && <Vote {...{ vote, reply }} contestId={contest.id} />}
    </>
  );
}

interface PersonProps extends Pick<OwnContestProps, "reply"> {
  person: OwnPerson;
  contestId: number;
  takesPictures: boolean;
  isOpen: boolean;
  requestKey: string;
}

function Person(props: PersonProps) {
  const { person, contestId, takesPictures, isOpen, requestKey, reply } = props;
  const { t, locale } = useWords();
  const { id, name, number, entryState, pictureId, bracketName, refusal } = person;
  const isIn = entryState === "in";
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <bdi className="font-semibold">{name}</bdi>
        {bracketName && <span className="text-ink-soft">{inLanguage(locale, bracketName)}</span>}
        {isIn && <span className="figure">{t("contests.number", { number: number ?? 0 })}</span>}
        {entryState === "withdrawn" && <Badge>{t("contests.withdrawn")}</Badge>}
      </p>
      {isIn && pictureId !== null && (
        <img
          src={`/my/contest-pictures/${pictureId}/medium`}
          alt={t("contests.picture", { name })}
          loading="lazy"
          className="mt-2 max-h-80 w-full rounded-sm bg-well object-contain"
        />
      )}
      {takesPictures && (refusal === null || isIn) && (
        <PictureForm
          {...{ person, contestId, isIn, reply }}
          requestKey={`${requestKey}-${contestId}-${id}`}
        />
      )}
      {takesPictures && refusal !== null && !isIn && (
        <p className="mt-1 text-ink-soft">{t(`contests.refused.${refusal}`)}</p>
      )}
      {isIn && person.entryId !== null && (
        <OwnActs entryId={person.entryId} name={name} isOpen={isOpen} />
      )}
    </>
  );
}

type PictureFormProps = Pick<PersonProps, "person" | "contestId" | "requestKey" | "reply"> & {
  isIn: boolean;
};

function PictureForm({ person, contestId, requestKey, isIn, reply }: PictureFormProps) {
  const t = useT();
  const own = replyTo(reply, "enter", ["person", person.id]);
  const sent = useNavigation().formData;
  const pending =
    sent?.get("person") === String(person.id) && sent?.get("contest") === String(contestId);
  return (
    <Form method="post" encType="multipart/form-data" className="mt-3 grid gap-3">
      <input type="hidden" name="contest" value={contestId} />
      <input type="hidden" name="person" value={person.id} />
      <input type="hidden" name="requestKey" value={requestKey} />
      <FileInput
        id={`picture-${contestId}-${person.id}`}
        name="picture"
        accept="image/jpeg,image/png,image/webp"
        required
        label={t(isIn ? "contests.replace" : "contests.send", { name: person.name })}
        hint={t("contests.send.hint")}
        invitation={t("contests.send.choose")}
        errors={formErrors(own, t).picture}
      />
      <div>
        <Button
          name="intent"
          value="enter"
          look={isIn ? "quiet" : undefined}
          pending={pending}
          pendingLabel={t("contests.sending")}
        >
          {t(isIn ? "contests.replace.button" : "contests.send.button")}
        </Button>
      </div>
    </Form>
  );
}

interface OwnActsProps {
  entryId: number;
  name: string;
  isOpen: boolean;
}

function OwnActs({ entryId, name, isOpen }: OwnActsProps) {
  const t = useT();
  return (
    <Disclosure summary={t("contests.more", { name })}>
      <Form method="post" encType="multipart/form-data" className="grid gap-3">
        <input type="hidden" name="entry" value={entryId} />
        {isOpen && (
          <div>
            <p className="mb-2">{t("contests.withdraw.means")}</p>
            <Button name="intent" value="withdraw" look="quiet">
              {t("contests.withdraw")}
            </Button>
          </div>
        )}
        <div>
          <p className="mb-2">{t("contests.forget.means")}</p>
          <Button name="intent" value="forget" look="danger">
            {t("contests.forget")}
          </Button>
        </div>
      </Form>
    </Disclosure>
  );
}

interface VoteProps extends Pick<OwnContestProps, "reply"> {
  vote: OwnVote;
  contestId: number;
}

function Vote({ vote, contestId, reply }: VoteProps) {
  const t = useT();
  const own = replyTo(reply, "vote", ["party", vote.registrationId]);
  return (
    <Form
      method="post"
      encType="multipart/form-data"
      className="mt-4 grid gap-3 border-t border-rule pt-3"
    >
      <input type="hidden" name="contest" value={contestId} />
      <input type="hidden" name="party" value={vote.registrationId} />
      <Select
        id={`vote-${contestId}-${vote.registrationId}`}
        name="entry"
        required
        label={t("contests.vote")}
        hint={t("contests.vote.means")}
        defaultValue={
          typedInto(own, "entry") ?? (vote.entryId === null ? "" : String(vote.entryId))
        }
        errors={formErrors(own, t).entry}
        options={[
          { value: "", label: "—" },
          ...vote.entries.map(({ id, number }) => ({ value: String(id), label: String(number) })),
        ]}
      />
      <div>
        <Button name="intent" value="vote">
          {t(vote.entryId === null ? "contests.vote.give" : "contests.vote.change")}
        </Button>
      </div>
    </Form>
  );
}
