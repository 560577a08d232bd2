import type { InBoth } from "#app/platform/words/in-language.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { Sheet } from "#app/ui/page.tsx";

interface MessageShownProps {
  subject: InBoth;
  body: InBoth;
  /** How many would get it now. */
  parties: number;
  /** What is being sent just now: a button's value. */
  sending: FormDataEntryValue | null | undefined;
}

/** A message as its readers will have it, and the buttons that send it. */
export function MessageShown({ subject, body, parties, sending }: MessageShownProps) {
  const t = useT();
  return (
    <Sheet>
      <h3 className="font-semibold">{t("eventMessages.preview.title")}</h3>
      <p className="mt-1 text-ink-soft">{t("eventMessages.preview.count", { count: parties })}</p>
      {(["en", "zh"] as const).map(
        (language) =>
          (subject[language] || body[language]) && (
            <article
              key={language}
              lang={language === "en" ? "en" : "zh-CN"}
              className="mt-4 border-t border-rule pt-4"
            >
              <p className="font-semibold break-words">{subject[language]}</p>
              <p className="mt-2 break-words whitespace-pre-wrap">{body[language]}</p>
            </article>
          ),
      )}
      <div className="mt-6 flex flex-wrap gap-3">
        {parties > 0 && (
          <Button
            name="intent"
            value="send"
            pending={sending === "send"}
            pendingLabel={t("eventMessages.sending")}
          >
            {t("eventMessages.send", { count: parties })}
          </Button>
        )}
        <Button name="intent" value="test" look="quiet" pending={sending === "test"}>
          {t("eventMessages.test")}
        </Button>
      </div>
    </Sheet>
  );
}
