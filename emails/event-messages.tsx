import { formatMoment, formatPoints } from "#app/platform/words/format.ts";
import { type InBoth, inLanguage } from "#app/platform/words/in-language.ts";
import { Facts, Letter, LetterButton, Words } from "./letter.tsx";
import type { LetterContext } from "./letter-context.ts";
import type { Template } from "./template.ts";

export type EventMessageProps = {
  name: string;
  /** The event's. */
  title: InBoth;
  subject: InBoth;
  body: InBoth;
  /** The reader's party; null in a test that staff send themselves. */
  registrationId: number | null;
};

/** What staff write to those of an event. */
export const eventMessage: Template<EventMessageProps> = {
  subject: ({ locale }, { subject }) => inLanguage(locale, subject),
  body: (context, { name, title, subject, body, registrationId }) => {
    const { t, locale } = context;
    const paragraphs = inLanguage(locale, body).split(/\n\s*\n/);
    return (
      <Letter
        context={context}
        preview={inLanguage(locale, subject)}
        heading={t("mail.dear", { name })}
        because={because(context, title)}
      >
        {paragraphs.map((paragraph) => (
          <Words key={paragraph}>{inLines(paragraph)}</Words>
        ))}
        {registrationId !== null && <PartyButton context={context} id={registrationId} />}
      </Letter>
    );
  },
};

export type EventReminderProps = {
  name: string;
  kind: "week" | "day" | "hours";
  /** The reader has no place yet. */
  waiting: boolean;
  title: InBoth;
  /** Instants, as JSON writes them. */
  startsAt: string;
  /** From when on nothing comes of waiting. */
  listEnds: string;
  place: InBoth;
  address: InBoth;
  contactPhone: string;
  /** How many of the party come. */
  people: number;
  /** Typed at the entrance where its QR cannot be read. */
  code: string;
  registrationId: number;
};

/** What is soon, when and where; or how long one can still hope for a place. */
export const eventReminder: Template<EventReminderProps> = {
  subject: (context, props) => {
    const title = inLanguage(context.locale, props.title);
    return context.t(
      props.waiting
        ? "mail.eventReminder.waiting.subject"
        : `mail.eventReminder.${props.kind}.subject`,
      { title },
    );
  },
  body: (context, props) => {
    const { t, locale, timeZone } = context;
    const title = inLanguage(locale, props.title);
    const words = props.waiting
      ? t("mail.eventReminder.waiting.words", {
          title,
          ends: formatMoment(props.listEnds, locale, timeZone),
        })
      : t(`mail.eventReminder.${props.kind}.words`, { title });
    const rows: [string, string][] = [
      [t("mail.event.starts"), formatMoment(props.startsAt, locale, timeZone)],
      [t("mail.event.place"), inLanguage(locale, props.place)],
      [t("mail.event.address"), inLanguage(locale, props.address)],
      ...(props.waiting
        ? []
        : ([
            [t("mail.event.people"), formatPoints(props.people, locale)],
            [t("mail.event.code"), props.code],
          ] as [string, string][])),
      [t("mail.event.phone"), props.contactPhone],
    ];
    return (
      <Letter
        context={context}
        preview={words}
        heading={t("mail.dear", { name: props.name })}
        because={because(context, props.title)}
      >
        <Words>{words}</Words>
        <Facts rows={rows.flatMap(([name, value]) => (value ? [{ name, value }] : []))} />
        <Words soft>
          {t(props.waiting ? "mail.eventReminder.leave" : "mail.eventReminder.cannotCome")}
        </Words>
        <PartyButton context={context} id={props.registrationId} />
      </Letter>
    );
  },
};

function PartyButton({ context: { t, origin }, id }: { context: LetterContext; id: number }) {
  return (
    <LetterButton href={`${origin}/my/registrations/${id}`}>{t("mail.event.open")}</LetterButton>
  );
}

const because = ({ t, locale, clubName }: LetterContext, title: InBoth) =>
  t("mail.because.event", { title: inLanguage(locale, title), club: clubName });

/** A paragraph with its lines as they were typed. */
const inLines = (paragraph: string) =>
  paragraph.split("\n").flatMap((line, at) => (at === 0 ? [line] : [<br key={line} />, line]));
