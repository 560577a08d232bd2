import type { ReferralPage } from "#app/modules/referrals/load-referral.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Notice } from "#app/ui/notice.tsx";

/** What a referrer reads who has just named a friend: when it came in, and by when the friend is called. */
export function ReferralReceipt({ referral }: { referral: ReferralPage }) {
  const t = useT();
  const figures = useFigures();
  const { at, name, callBy, waitsForFriend, friendCode: code } = referral;
  return (
    <Notice tone="ok" title={t("referrers.receipt.title", { moment: figures.moment(at) })}>
      {callBy && (
        <p>
          {t("referrers.receipt.call", {
            name: name ?? "",
            day: figures.lastWeekday(callBy),
            time: figures.time(callBy),
          })}
        </p>
      )}
      {waitsForFriend && <p>{t("referrers.receipt.asked", { name: name ?? "" })}</p>}
      {code && <p>{t("referrers.receipt.code", { name: name ?? "", code })}</p>}
      <p>{t("referrers.receipt.see")}</p>
    </Notice>
  );
}
