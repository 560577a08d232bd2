import { Form, useNavigation } from "@remix-run/react";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";

/** An account whose days are counted, and the one button that keeps it. */
export function ClosingStands({ closesAt }: { closesAt: Date }) {
  const t = useT();
  const figures = useFigures();
  const pending = useNavigation().state === "submitting";
  return (
    <Notice
      tone="warn"
      title={t("account.closing.stands", { day: figures.lastDay(closesAt) })}
      action={
        <Form method="post" action="/my/account/closing">
          <Button name="intent" value="keep" pending={pending}>
            {t("account.closing.keep")}
          </Button>
        </Form>
      }
    >
      {t("account.closing.until")}
    </Notice>
  );
}
