import type { MessagesPage } from "#app/modules/event-messages/load-messages-page.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT, useWords } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Sheet } from "#app/ui/page.tsx";
import { useAudienceWords } from "./audience-words.ts";

/** What was written to those of an event, with whom to, by whom and how many letters it became. */
export function SentMessages({ messages }: { messages: MessagesPage["messages"] }) {
  const t = useT();
  const { locale } = useWords();
  const figures = useFigures();
  const words = useAudienceWords();
  if (messages.length === 0) {
    return <p className="text-ink-soft">{t("eventMessages.sent.none")}</p>;
  }
  return (
    <Sheet>
      <ul className="divide-y divide-rule">
        {messages.map(({ id, audience, session, subject, body, by, at, letters, done }) => (
          <li key={id} className="py-4 first:pt-0 last:pb-0">
            <p className="font-semibold break-words">{inLanguage(locale, subject)}</p>
            <p className="text-ink-soft">
              {words(audience, session)} · {t("eventMessages.sent.letters", { count: letters })}
              {!done && ` · ${t("eventMessages.sent.writing")}`}
            </p>
            <p className="text-ink-soft">
              {t("eventMessages.sent.by", { name: by, at: figures.moment(at) })}
            </p>
            <p className="mt-2 break-words whitespace-pre-wrap">{inLanguage(locale, body)}</p>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
