import { Form, useNavigation } from "@remix-run/react";
import type { MessagesPage } from "#app/modules/event-messages/load-messages-page.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { type FormReply, formErrors } from "#app/site/form-errors.ts";
import { typedInto } from "#app/site/typed.ts";
import { Button } from "#app/ui/button.tsx";
import { Input, Select, Textarea } from "#app/ui/input.tsx";
import { Sheet } from "#app/ui/page.tsx";
import { useAudienceWords } from "./audience-words.ts";
import { MessageShown } from "./message-shown.tsx";

interface MessageFormProps {
  audiences: MessagesPage["audiences"];
  requestKey: string;
  /** The answer to the form that was just sent. */
  reply: FormReply | undefined;
  /** It was looked at: its writer sees it as its readers will, and can send it. */
  shown: boolean;
}

/** A message to those of an event: whom to, in both languages; shown before it is sent. */
export function MessageForm({ audiences, requestKey, reply, shown }: MessageFormProps) {
  const t = useT();
  const words = useAudienceWords();
  const sending = useNavigation().formData?.get("intent");
  const errors = formErrors(reply, t);
  const typed = (field: string) => typedInto(reply, field);
  const options = audiences.map((each) => ({
    value: each.session === null ? each.audience : `session:${each.session}`,
    label: t("eventMessages.to.parties", {
      who: words(each.audience, each.name),
      count: each.parties,
    }),
    parties: each.parties,
  }));
  const to = typed("to") ?? "registered";
  const parties = options.find(({ value }) => value === to)?.parties ?? 0;
  return (
    <Form method="post" className="grid gap-4">
      <input type="hidden" name="requestKey" value={typed("requestKey") ?? requestKey} />
      <Sheet>
        <div className="grid gap-4">
          <Select
            id="to"
            name="to"
            label={t("eventMessages.to")}
            options={options}
            defaultValue={to}
            errors={errors.to}
          />
          {(["En", "Zh"] as const).map((language) => (
            <div key={language} className="grid gap-4" lang={language === "En" ? "en" : "zh-CN"}>
              <Input
                id={`subject${language}`}
                name={`subject${language}`}
                maxLength={120}
                label={t(`eventMessages.subject${language}`)}
                defaultValue={typed(`subject${language}`)}
                errors={errors[`subject${language}`]}
              />
              <Textarea
                id={`body${language}`}
                name={`body${language}`}
                rows={5}
                maxLength={4000}
                label={t(`eventMessages.body${language}`)}
                hint={t("eventMessages.bodyHint")}
                defaultValue={typed(`body${language}`)}
                errors={errors[`body${language}`]}
              />
            </div>
          ))}
          <div>
            <Button
              name="intent"
              value="preview"
              look={shown ? "quiet" : "primary"}
              pending={sending === "preview"}
            >
              {t("eventMessages.preview")}
            </Button>
          </div>
        </div>
      </Sheet>
      {shown && (
        <MessageShown
          subject={{ en: typed("subjectEn") ?? "", zh: typed("subjectZh") ?? "" }}
          body={{ en: typed("bodyEn") ?? "", zh: typed("bodyZh") ?? "" }}
          parties={parties}
          sending={sending}
        />
      )}
    </Form>
  );
}
