import { Form, Link, useNavigation, useSearchParams } from "@remix-run/react";
import type { EventImpact } from "#app/modules/impact/impact-of-event.server.ts";
import type { ImpactPage } from "#app/modules/impact/load-impact-page.server.ts";
import { REASON_AT_MOST } from "#app/platform/reason.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import type { Translate } from "#app/platform/words/translate.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { SearchIcon } from "#app/ui/icons.tsx";
import { Input, SearchInput } from "#app/ui/input.tsx";
import { Sheet } from "#app/ui/page.tsx";
import { CountedPartyItem } from "./counted-party.tsx";
import type { ImpactReply } from "./impact-request.server.ts";

interface CountFormProps {
  page: Pick<ImpactPage, "eventId" | "parties" | "after"> & { name: string; impact: EventImpact };
  reply: ImpactReply | undefined;
}

function reasonErrors(reply: ImpactReply | undefined, t: Translate): string[] | undefined {
  if (reply?.refusal === "reason") return [t("impact.error.reason")];
  return reply?.refusal === "reasonLong" ? [t("form.error.reasonLong")] : undefined;
}

/** Who came, each with a number to type; quick on a phone, one under the other. */
export function CountForm({ page, reply }: CountFormProps) {
  const { t, locale } = useWords();
  const { impact, parties, after, name } = page;
  const pending = useNavigation().formMethod === "POST";
  const [search] = useSearchParams();
  const unit = inLanguage(locale, { en: impact.unit.many, zh: impact.unit.zh });
  const next = new URLSearchParams(search);
  next.set("after", String(after));
  next.delete("done");
  return (
    <div className="grid max-w-2xl gap-6">
      <Form method="get" role="search">
        <SearchInput
          id="name"
          name="name"
          label={t("impact.find")}
          placeholder={t("impact.find")}
          defaultValue={name}
          icon={<SearchIcon size={18} />}
        />
      </Form>
      <Form method="post" preventScrollReset={false} noValidate className="min-w-0">
        {/* Enter saves; without this it would press the first button. */}
        <button
          type="submit"
          name="intent"
          value="save"
          className="sr-only"
          tabIndex={-1}
          aria-hidden="true"
        />
        <Sheet className="mb-5">
          <div className="flex flex-wrap items-end gap-3">
            <Input
              id="same"
              name="same"
              className="w-32"
              label={t("impact.same")}
              inputMode="decimal"
              autoComplete="off"
              maxLength={12}
              defaultValue={reply?.same}
              errors={reply?.fields.includes("same") ? [t("impact.error.number")] : undefined}
            />
            <Button name="intent" value="same" look="quiet" pending={pending}>
              {t("impact.same.do")}
            </Button>
          </div>
          <p className="mt-2 text-[0.9375rem] text-ink-soft">{t("impact.same.hint")}</p>
        </Sheet>
        <ul className="border-t border-rule">
          {parties.map((party) => (
            <CountedPartyItem
              key={party.registrationId}
              party={party}
              impact={impact}
              unit={unit}
              reply={reply}
            />
          ))}
        </ul>
        {parties.length === 0 && <p className="py-4">{t("impact.find.none")}</p>}
        <div className="sticky bottom-0 mt-4 flex flex-wrap items-end gap-3 border-t border-rule bg-paper py-3">
          <Input
            id="reason"
            name="reason"
            className="min-w-48 flex-1"
            label={t("impact.reason")}
            optional={t("impact.reason.when")}
            maxLength={REASON_AT_MOST}
            autoComplete="off"
            defaultValue={reply?.reason}
            errors={reasonErrors(reply, t)}
          />
          <Button name="intent" value="save" pending={pending}>
            {t("impact.save")}
          </Button>
        </div>
      </Form>
      {after !== null && (
        <p>
          <Link to={`?${next}`}>{t("impact.more")}</Link>
        </p>
      )}
    </div>
  );
}
