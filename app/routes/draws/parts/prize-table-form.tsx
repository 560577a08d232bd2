import { Form, useNavigation } from "@remix-run/react";
import { PRIZES } from "#app/modules/draws/draft.ts";
import type { PrizeGift } from "#app/modules/gifts/load-prize-gifts.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { type FormReply, formErrors } from "#app/site/form-errors.ts";
import { typedInto } from "#app/site/typed.ts";
import { Button } from "#app/ui/button.tsx";
import { Input } from "#app/ui/input.tsx";
import { Section } from "#app/ui/page.tsx";
import { PrizeGiftField } from "./prize-gift.tsx";

interface PrizeTableFormProps {
  requestKey: string;
  /** That can be prizes. */
  gifts: readonly PrizeGift[];
  reply: FormReply | undefined;
}

/** A new table: its prizes with their tickets, and how many there are of each. */
export function PrizeTableForm({ requestKey, gifts, reply }: PrizeTableFormProps) {
  const t = useT();
  const pending = useNavigation().formData?.get("intent") === "open";
  const errors = formErrors(reply, t);
  const of = (name: string) => ({
    ...{ id: name, name, errors: errors[name] },
    defaultValue: typedInto(reply, name) ?? "",
  });
  return (
    <Section id="open" title={t("prizeTables.new")} className="max-w-4xl">
      <p className="mb-4 max-w-prose text-ink-soft">{t("prizeTables.new.means")}</p>
      <Form method="post" className="grid gap-4">
        <input
          type="hidden"
          name="requestKey"
          value={typedInto(reply, "requestKey") ?? requestKey}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <Input {...of("titleEn")} required maxLength={120} label={t("prizeTables.titleEn")} />
          <Input {...of("titleZh")} required maxLength={120} label={t("prizeTables.titleZh")} />
        </div>
        {PRIZES.map((place) => (
          <div key={place} className="grid gap-3 sm:grid-cols-[1fr_1fr_6rem_6rem]">
            <Input
              {...of(`prizeEn${place}`)}
              maxLength={120}
              label={t("prizeTables.prizeEn", { place })}
            />
            <Input
              {...of(`prizeZh${place}`)}
              maxLength={120}
              label={t("prizeTables.prizeZh", { place })}
            />
            <Input
              {...of(`prizeWeight${place}`)}
              inputMode="numeric"
              maxLength={4}
              label={t("prizeTables.prizeWeight", { place })}
            />
            <Input
              {...of(`prizeCount${place}`)}
              inputMode="numeric"
              maxLength={4}
              label={t("prizeTables.prizeCount", { place })}
            />
            <div className="sm:col-span-2">
              <PrizeGiftField {...{ place, gifts }} field={of(`prizeVariant${place}`)} />
            </div>
          </div>
        ))}
        <div>
          <Button name="intent" value="open" pending={pending}>
            {t("prizeTables.open")}
          </Button>
        </div>
      </Form>
    </Section>
  );
}
