import type { StoreChoice } from "#app/modules/club/load-stores.server.ts";
import type { Day } from "#app/platform/club-time.ts";
import { useT } from "#app/platform/words/words.tsx";
import { storeOptions } from "#app/site/store-options.ts";
import { FileInput } from "#app/ui/file-input.tsx";
import { Input, Select, Textarea } from "#app/ui/input.tsx";

interface ClaimFieldsProps {
  requestKey: string;
  stores: StoreChoice[];
  /** The club's day: no visit is later. */
  today: Day;
  /** What was typed the last time, and what was wrong with it. */
  typed: Record<string, unknown>;
  errors: Record<string, string[] | undefined>;
}

/** What is asked about a missing visit; the owner and the desk are asked the same. */
export function ClaimFields({ requestKey, stores, today, typed, errors }: ClaimFieldsProps) {
  const t = useT();
  const was = (field: string) => String(typed[field] ?? "");
  return (
    <>
      <input type="hidden" name="requestKey" value={requestKey} />
      <Input
        id="orderNumber"
        name="orderNumber"
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        label={t("claims.field.orderNumber")}
        hint={t("claims.field.orderNumber.hint")}
        defaultValue={was("orderNumber")}
        errors={errors.orderNumber}
      />
      <FileInput
        id="photo"
        name="photo"
        accept="image/jpeg,image/png,image/webp"
        label={t("claims.field.photo")}
        invitation={t("claims.field.photo.invitation")}
        hint={t("claims.field.photo.hint")}
        errors={errors.photo}
      />
      <Input
        id="visitedOn"
        name="visitedOn"
        type="date"
        required
        max={today}
        label={t("claims.field.visitedOn")}
        defaultValue={was("visitedOn")}
        errors={errors.visitedOn}
      />
      <Select
        id="storeId"
        name="storeId"
        label={t("claims.field.store")}
        optional={t("claims.optional")}
        defaultValue={was("storeId")}
        options={[
          { value: "", label: t("claims.field.store.any") },
          ...storeOptions(t.locale, stores),
        ]}
        errors={errors.storeId}
      />
      <Textarea
        id="note"
        name="note"
        rows={3}
        maxLength={1000}
        label={t("claims.field.note")}
        optional={t("claims.optional")}
        hint={t("claims.field.note.hint")}
        defaultValue={was("note")}
        errors={errors.note}
      />
    </>
  );
}
