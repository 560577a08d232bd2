import { Form, Link } from "@remix-run/react";
import type { VariantListed } from "#app/modules/gifts/load-gift-page.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { Input, Select } from "#app/ui/input.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { isOneUnnamed } from "./variant-words.ts";

interface GiftVariantsProps {
  gift: { giftId: number; variants: VariantListed[] };
}

/** A gift's sizes and colours, each with what can be changed of it and its stock, and a new one. */
export function GiftVariants({ gift: { giftId, variants } }: GiftVariantsProps) {
  const t = useT();
  const to = `/admin/gifts/${giftId}/sizes`;
  return (
    <>
      <p className="-mt-1 mb-3 max-w-prose text-ink-soft">{t("giftKeeping.variants.lead")}</p>
      {isOneUnnamed(variants) && (
        <div className="mb-3">
          <Notice tone="warn" announce={false}>
            {t("giftKeeping.variants.unnamed")}
          </Notice>
        </div>
      )}
      <ul className="divide-y divide-rule border-y border-rule">
        {variants.map((variant) => (
          <li key={`${variant.variantId} ${variant.isArchived}`} className="py-3">
            <VariantLine to={to} variant={variant} />
          </li>
        ))}
      </ul>
      <Form
        method="post"
        action={to}
        key={variants.length}
        className="mt-4 flex flex-wrap items-end gap-x-4 gap-y-2"
      >
        <Input
          id="new-nameEn"
          name="nameEn"
          lang="en"
          maxLength={60}
          label={t("giftKeeping.variant.nameEn")}
          className="min-w-32 flex-1"
        />
        <Input
          id="new-nameZh"
          name="nameZh"
          lang="zh-CN"
          maxLength={60}
          label={t("giftKeeping.variant.nameZh")}
          className="min-w-32 flex-1"
        />
        <Input
          id="new-sku"
          name="sku"
          maxLength={40}
          label={t("giftKeeping.field.sku")}
          className="min-w-32 flex-1"
        />
        <Select
          id="sharesWith"
          name="sharesWith"
          label={t("giftKeeping.variant.stock")}
          options={[
            { value: "", label: t("giftKeeping.variant.own") },
            ...variants.map((variant) => ({
              value: String(variant.variantId),
              label: t("giftKeeping.variant.sharedWith", { sku: variant.sku }),
            })),
          ]}
        />
        <Button name="intent" value="add" look="quiet">
          {t("giftKeeping.variant.add")}
        </Button>
      </Form>
    </>
  );
}

function VariantLine({ to, variant }: { to: string; variant: VariantListed }) {
  const t = useT();
  const figures = useFigures();
  const { variantId, sku, nameEn, nameZh, isArchived, sharedWith } = variant;
  const name = inLanguage(t.locale, { en: nameEn, zh: nameZh }) || sku;
  return (
    <Form method="post" action={to} className="flex flex-wrap items-end gap-x-4 gap-y-2">
      <input type="hidden" name="variant" value={variantId} />
      <Input
        id={`nameEn-${variantId}`}
        name="nameEn"
        lang="en"
        maxLength={60}
        label={t("giftKeeping.variant.nameEn")}
        defaultValue={nameEn}
        className="min-w-32 flex-1"
      />
      <Input
        id={`nameZh-${variantId}`}
        name="nameZh"
        lang="zh-CN"
        maxLength={60}
        label={t("giftKeeping.variant.nameZh")}
        defaultValue={nameZh}
        className="min-w-32 flex-1"
      />
      <Input
        id={`sku-${variantId}`}
        name="sku"
        maxLength={40}
        label={t("giftKeeping.field.sku")}
        defaultValue={sku}
        className="min-w-32 flex-1"
      />
      <p className="min-w-40 pb-2 text-[0.875rem] text-ink-soft">
        <Link to={`/admin/stock/${variant.stockItemId}`} className="text-accent underline">
          {t("giftKeeping.variant.pieces", {
            free: figures.points(variant.free),
            onHand: figures.points(variant.onHand),
          })}
        </Link>
        {sharedWith.length > 0 && (
          <span className="block">
            {t("giftKeeping.variant.sharedWith", { sku: sharedWith.join(", ") })}
          </span>
        )}
        {isArchived && (
          <span className="block">
            <Badge>{t("giftKeeping.state.archived")}</Badge>
          </span>
        )}
      </p>
      <span className="flex gap-2">
        <Button
          name="intent"
          value="change"
          look="quiet"
          aria-label={t("giftKeeping.variant.saveNamed", { name })}
        >
          {t("giftKeeping.variant.save")}
        </Button>
        <Button
          name="intent"
          value={isArchived ? "bring-back" : "archive"}
          look="quiet"
          aria-label={t(
            isArchived ? "giftKeeping.variant.bringBackNamed" : "giftKeeping.variant.archiveNamed",
            { name },
          )}
        >
          {t(isArchived ? "giftKeeping.bringBack" : "giftKeeping.archive")}
        </Button>
      </span>
    </Form>
  );
}
