import { Form } from "@remix-run/react";
import type { EncodingReading } from "#app/platform/table-encoding.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";

/** A file that can be read in two ways: how it begins in each, and a button for the right one. */
export function EncodingChoice({ readings }: { readings: EncodingReading[] }) {
  const t = useT();
  return (
    <Notice tone="warn" title={t("staff.import.encoding.title")}>
      <p>{t("staff.import.encoding.body")}</p>
      <Form method="post" className="mt-4 grid gap-4">
        {readings.map(({ encoding, text }) => (
          <div key={encoding} className="grid gap-2">
            <p className="text-lg font-semibold [overflow-wrap:anywhere]">{text}</p>
            <div>
              <Button look="quiet" name="encoding" value={encoding}>
                {t("staff.import.encoding.choose", { encoding: t(`import.encoding.${encoding}`) })}
              </Button>
            </div>
          </div>
        ))}
      </Form>
      <p className="mt-4 text-ink-soft">{t("staff.import.encoding.neither")}</p>
    </Notice>
  );
}
