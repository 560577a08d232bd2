import { Form, useNavigation } from "@remix-run/react";
import { CAMPAIGN_STAGES, REFERRER_TIERS } from "#app/modules/campaigns/campaign.ts";
import type { CampaignChoices } from "#app/modules/campaigns/load-choices.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT } from "#app/platform/words/words.tsx";
import { type FormReply, formErrors } from "#app/site/form-errors.ts";
import { storeOptions } from "#app/site/store-options.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { useProgrammeName } from "#app/site/use-programme-name.ts";
import { Button } from "#app/ui/button.tsx";
import { Choices } from "#app/ui/choice.tsx";
import { Input, Select, Textarea } from "#app/ui/input.tsx";
import { Section } from "#app/ui/page.tsx";
import { SeveralChoices } from "./several-choices.tsx";
import type { TypedCampaign } from "./typed-campaign.ts";

interface CampaignFormProps {
  typed: TypedCampaign;
  choices: CampaignChoices;
  reply?: FormReply;
  /** What goes along with the form without being typed. */
  hidden: Readonly<Record<string, string | number>>;
  save: string;
}

/** All of a campaign that is typed. */
export function CampaignForm({ typed, choices, reply, hidden, save }: CampaignFormProps) {
  const t = useT();
  const figures = useFigures();
  const programmeName = useProgrammeName();
  const pending = useNavigation().state === "submitting";
  const errors = formErrors(reply, t);
  const sent = reply?.initialValue;
  const shown = sent ?? typed;
  const was = (field: string) => String(shown[field] ?? "");
  const ticked = (field: string) => [shown[field] ?? []].flat().map(String);
  const line = (
    field: string,
    label: string,
    rest: Omit<Partial<Parameters<typeof Input>[0]>, "id" | "name"> = {},
  ) => (
    <Input
      id={field}
      name={field}
      autoComplete="off"
      label={label}
      defaultValue={was(field)}
      errors={errors[field]}
      {...rest}
    />
  );
  const cap = { inputMode: "numeric", optional: t("campaigns.optional") } as const;
  const variantId = was("variantId");
  const isGone =
    variantId !== "" && !choices.gifts.some((gift) => String(gift.variantId) === variantId);
  return (
    <Form method="post" noValidate>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Section id="words" title={t("campaigns.part.words")}>
        <Lead>{t("campaigns.part.words.lead")}</Lead>
        <div className="grid items-start gap-x-6 gap-y-4 sm:grid-cols-2">
          {line("titleEn", t("campaigns.field.titleEn"), { lang: "en", maxLength: 60 })}
          {line("titleZh", t("campaigns.field.titleZh"), { lang: "zh-CN", maxLength: 60 })}
          {(["aboutEn", "aboutZh"] as const).map((field) => (
            <Textarea
              key={field}
              id={field}
              name={field}
              rows={4}
              maxLength={600}
              lang={field === "aboutEn" ? "en" : "zh-CN"}
              label={t(`campaigns.field.${field}`)}
              defaultValue={was(field)}
              errors={errors[field]}
            />
          ))}
        </div>
      </Section>
      <Section id="when" title={t("campaigns.part.when")}>
        <Lead>{t("campaigns.part.when.lead")}</Lead>
        <div className="grid items-start gap-x-6 gap-y-4 sm:grid-cols-3">
          {line("firstDay", t("campaigns.field.firstDay"), { type: "date" })}
          {line("lastDay", t("campaigns.field.lastDay"), { type: "date" })}
          {line("reachBy", t("campaigns.field.reachBy"), {
            type: "date",
            optional: t("campaigns.optional"),
          })}
        </div>
      </Section>
      <Section id="whom" title={t("campaigns.part.whom")}>
        <Lead>{t("campaigns.part.whom.lead")}</Lead>
        <div className="grid items-start gap-x-6 gap-y-4 sm:grid-cols-2">
          <SeveralChoices
            name="tiers"
            legend={t("campaigns.field.tiers")}
            chosen={ticked("tiers")}
            options={REFERRER_TIERS.map((tier) => ({
              value: tier,
              label: t(`campaigns.tier.${tier}`),
            }))}
          />
          <SeveralChoices
            name="programmes"
            legend={t("campaigns.field.programmes")}
            chosen={ticked("programmes")}
            options={choices.programmes.map((name) => ({
              value: name,
              label: programmeName(name),
            }))}
          />
          <SeveralChoices
            name="storeIds"
            legend={t("campaigns.field.stores")}
            chosen={ticked("storeIds")}
            options={storeOptions(t.locale, choices.stores)}
          />
          <Textarea
            id="models"
            name="models"
            rows={3}
            optional={t("campaigns.optional")}
            hint={t("campaigns.field.models.hint")}
            label={t("campaigns.field.models")}
            defaultValue={was("models")}
            errors={errors.models}
          />
        </div>
      </Section>
      <Section id="brings" title={t("campaigns.part.brings")}>
        <Lead>{t("campaigns.part.brings.lead")}</Lead>
        <div className="grid items-start gap-x-6 gap-y-4 sm:grid-cols-2">
          <Choices
            name="bonus"
            legend={t("campaigns.field.bonus")}
            defaultValue={was("bonus") || "none"}
            options={(["none", "points", "percent"] as const).map((bonus) => ({
              value: bonus,
              label: t(`campaigns.bonus.${bonus}`),
            }))}
            errors={errors.bonus}
          />
          <div className="grid gap-4">
            <Select
              id="stage"
              name="stage"
              label={t("campaigns.field.stage")}
              defaultValue={was("stage") || "delivered"}
              options={CAMPAIGN_STAGES.map((stage) => ({
                value: stage,
                label: t(`campaigns.stage.${stage}`),
              }))}
              errors={errors.stage}
            />
            <div className="grid grid-cols-2 items-start gap-4">
              {line("points", t("campaigns.field.points"), cap)}
              {line("percent", t("campaigns.field.percent"), cap)}
            </div>
          </div>
          <Select
            id="variantId"
            name="variantId"
            label={t("campaigns.field.gift")}
            defaultValue={variantId}
            options={[
              { value: "", label: t("campaigns.field.gift.none") },
              ...(isGone ? [{ value: variantId, label: t("campaigns.field.gift.gone") }] : []),
              ...choices.gifts.map((gift) => ({
                value: String(gift.variantId),
                label: t("campaigns.field.gift.of", {
                  title: inLanguage(t.locale, gift),
                  points: figures.points(gift.points),
                  free: figures.points(gift.free),
                }),
              })),
            ]}
            errors={errors.variantId}
          />
        </div>
      </Section>
      <Section id="caps" title={t("campaigns.part.caps")}>
        <Lead>{t("campaigns.part.caps.lead")}</Lead>
        <div className="grid items-start gap-x-6 gap-y-4 sm:grid-cols-2">
          {(["capPerReferrer", "capTotal"] as const).map((field) => (
            <div key={field}>
              {line(field, t(`campaigns.field.${field}`), {
                ...cap,
                hint: t("campaigns.field.cap.hint"),
              })}
            </div>
          ))}
        </div>
      </Section>
      <div className="mt-6">
        <Button pending={pending}>{save}</Button>
      </div>
    </Form>
  );
}

function Lead({ children }: { children: string }) {
  return <p className="-mt-1 mb-3 max-w-prose text-ink-soft">{children}</p>;
}
