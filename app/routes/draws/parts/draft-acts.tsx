import { Form, useNavigation } from "@remix-run/react";
import type { ShortGift } from "#app/modules/draws/prize-pieces.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";
import { ShortGifts } from "./short-gifts.tsx";

interface DraftActsProps {
  id: number;
  /** Who would take part by now. */
  expected: { entries: number; households: number };
  prizes: readonly { count: number }[];
  /** Gifts of which there are too few. */
  short: readonly ShortGift[];
}

/** A draft: how many would be in, and what can be done with it. */
export function DraftActs({ id, expected, prizes, short }: DraftActsProps) {
  const t = useT();
  const { points } = useFigures();
  const sending = useNavigation().formData?.get("intent");
  const wanted = prizes.reduce((sum, { count }) => sum + count, 0);
  return (
    <Section id="draft" title={t("drawKeeping.draft")}>
      <p className="max-w-prose">
        {t("drawKeeping.draft.expected", {
          entries: points(expected.entries),
          households: points(expected.households),
        })}
      </p>
      {expected.entries < wanted && (
        <div className="my-4">
          <Notice tone="warn" announce={false}>
            {t("drawKeeping.draft.fewer", { prizes: points(wanted) })}
          </Notice>
        </div>
      )}
      {short.length > 0 && (
        <div className="my-4">
          <Notice tone="warn" announce={false}>
            <ShortGifts short={short} />
          </Notice>
        </div>
      )}
      <p className="max-w-prose text-ink-soft">{t("drawKeeping.draft.means")}</p>
      <Form method="post" className="mt-4 flex flex-wrap gap-3">
        <Button name="intent" value="freeze" pending={sending === "freeze"}>
          {t("drawKeeping.freeze")}
        </Button>
        <ButtonLink to={`/admin/draws/${id}/edit`} look="quiet">
          {t("drawKeeping.edit")}
        </ButtonLink>
        <Button name="intent" value="discard" look="danger" pending={sending === "discard"}>
          {t("drawKeeping.discard")}
        </Button>
      </Form>
    </Section>
  );
}
