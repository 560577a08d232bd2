import type { MailOpened } from "#app/modules/letters/open-mail.server.ts";
import { formatMoment } from "#app/platform/words/format.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { KeyValue } from "#app/ui/key-value.tsx";
import { MailReader } from "./mail-reader.tsx";
import { MailState } from "./mail-state.tsx";
import { templateWords } from "./template-words.ts";

/** Whom a letter went to, when, and what became of it. */
export function MailFacts({ mail }: { mail: MailOpened }) {
  const { t, locale, timeZone } = useWords();
  const figures = useFigures();
  const moment = (at: Date) => formatMoment(at, locale, timeZone);
  return (
    <KeyValue
      facts={[
        { label: t("staff.mails.to"), value: <MailReader reader={mail.reader} to={mail.to} /> },
        { label: t("staff.mails.template"), value: templateWords(t, mail.template) },
        { label: t("staff.mails.state"), value: <MailState state={mail.state} /> },
        { label: t("staff.mails.written"), value: moment(mail.createdAt) },
        ...(mail.sentAt ? [{ label: t("staff.mails.sent"), value: moment(mail.sentAt) }] : []),
        { label: t("staff.mails.attempts"), value: figures.points(mail.attempts) },
        ...(mail.lastError
          ? [
              {
                label: t("staff.mails.lastError"),
                value: <span className="break-words">{mail.lastError}</span>,
              },
            ]
          : []),
      ]}
    />
  );
}
