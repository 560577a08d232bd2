import { Form, useNavigation } from "@remix-run/react";
import type { ImportKind } from "#app/modules/imports/import-run.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/choice.tsx";
import { FileInput } from "#app/ui/file-input.tsx";
import { UploadIcon } from "#app/ui/icons.tsx";
import { Section, Sheet } from "#app/ui/page.tsx";
import { FilterChips } from "#app/ui/tabs.tsx";

interface ImportFormProps {
  kind: ImportKind;
  /** What whoever looks may bring in. */
  kinds: ImportKind[];
  /** Why the file that was just sent was not taken. */
  refusal: "no-file" | "too-large" | "not-a-form" | "not-allowed" | undefined;
  /** Largest file, in bytes. */
  limit: number;
}

/** Brings a file in. What can be chosen beside it depends on what it holds. */
export function ImportForm({ kind, kinds, refusal, limit }: ImportFormProps) {
  const t = useT();
  const sending = useNavigation().formMethod === "POST";
  const megabytes = limit / 1_000_000;
  const errors = refusal && [t(`staff.import.refused.${refusal}`, { megabytes })];
  return (
    <Section id="new" title={t("staff.import.new")}>
      {kinds.length > 1 && (
        <FilterChips
          label={t("staff.import.kind")}
          choices={kinds.map((choice) => ({
            to: `/admin/imports?kind=${choice}`,
            label: t(`import.kind.${choice}`),
            current: choice === kind,
          }))}
        />
      )}
      <Sheet className="max-w-2xl">
        <Form
          method="post"
          encType="multipart/form-data"
          action={`/admin/imports?index&kind=${kind}`}
        >
          <input type="hidden" name="kind" value={kind} />
          <FileInput
            key={kind}
            id="file"
            name="file"
            accept=".csv,.txt,text/csv"
            required
            label={t("staff.import.file")}
            invitation={t(`staff.import.invitation.${kind}`)}
            hint={t(`staff.import.hint.${kind}`)}
            errors={errors}
          />
          <div className="mt-3">
            {kind === "members" ? (
              <Checkbox
                id="invite"
                name="invite"
                label={t("staff.import.invite")}
                hint={t("staff.import.invite.hint")}
              />
            ) : (
              <Checkbox
                id="letters"
                name="letters"
                defaultChecked
                label={t("staff.import.letters")}
                hint={t("staff.import.letters.hint")}
              />
            )}
            <Checkbox
              id="dryRun"
              name="dryRun"
              label={t("staff.import.dryRun")}
              hint={t("staff.import.dryRun.hint")}
            />
          </div>
          <div className="mt-4">
            <Button
              icon={<UploadIcon size={18} />}
              pending={sending}
              pendingLabel={t("staff.import.sending")}
            >
              {t("staff.import.send")}
            </Button>
          </div>
        </Form>
      </Sheet>
    </Section>
  );
}
