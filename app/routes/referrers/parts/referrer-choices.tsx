import { Form, useNavigation } from "@remix-run/react";
import type { OwnReferrer } from "#app/modules/referrers/load-referrer.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/choice.tsx";

/** What a referrer agrees to be named for; nothing is ticked before they tick it. */
export function ReferrerChoices({ own, name }: { own: OwnReferrer; name: string }) {
  const t = useT();
  const pending = useNavigation().formAction?.startsWith("/my/referrals?index") ?? false;
  return (
    <Form method="post" action="/my/referrals?index">
      <Checkbox
        id="showsName"
        name="showsName"
        label={t("referrers.choice.name", { name })}
        hint={t("referrers.choice.nameWhat")}
        defaultChecked={own.showsName}
      />
      <Checkbox
        id="isListed"
        name="isListed"
        label={t("referrers.choice.listed")}
        hint={t("referrers.choice.listedWhat")}
        defaultChecked={own.isListed}
      />
      <Button look="quiet" className="mt-2" pending={pending}>
        {t("referrers.choice.save")}
      </Button>
    </Form>
  );
}
