import { Form, useNavigation } from "@remix-run/react";
import type { WaitingGift } from "#app/modules/campaigns/load-waiting-gifts.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { type Column, Table } from "#app/ui/table.tsx";

/** Gifts of campaigns that wait: for whom, for what, and the way to hand one out at the desk. */
export function WaitingGiftsTable({ gifts }: { gifts: WaitingGift[] }) {
  const t = useT();
  const figures = useFigures();
  const columns: Column<WaitingGift>[] = [
    {
      key: "gift",
      head: t("campaigns.waiting.gift"),
      cell: ({ gift }) => inLanguage(t.locale, gift),
    },
    {
      key: "for",
      head: t("campaigns.waiting.for"),
      cell: ({ referrer }) => <bdi>{referrer}</bdi>,
    },
    {
      key: "campaign",
      head: t("campaigns.waiting.campaign"),
      cell: ({ campaign }) => inLanguage(t.locale, campaign),
    },
    {
      key: "why",
      head: t("campaigns.waiting.why"),
      cell: ({ waits }) => t(`campaigns.waiting.why.${waits}`),
    },
    {
      key: "since",
      head: t("campaigns.waiting.since"),
      cell: ({ since }) => figures.day(since),
    },
    {
      key: "free",
      head: t("campaigns.waiting.free"),
      number: true,
      cell: ({ free }) => figures.points(free),
    },
    {
      key: "act",
      head: t("campaigns.waiting.act"),
      cell: (gift) => <HandOut gift={gift} />,
    },
  ];
  return (
    <Table
      caption={t("campaigns.admin.waiting")}
      columns={columns}
      rows={gifts}
      rowKey={({ awardId }) => awardId}
    />
  );
}

function HandOut({ gift: { awardId, waits, free } }: { gift: WaitingGift }) {
  const t = useT();
  const pending = useNavigation().formData?.get("awardId") === String(awardId);
  if (waits !== "member" || free === 0) return null;
  return (
    <Form method="post">
      <input type="hidden" name="awardId" value={awardId} />
      <Button look="quiet" pending={pending}>
        {t("campaigns.waiting.handOut")}
      </Button>
    </Form>
  );
}
