import type { Account } from "#app/modules/membership/load-account.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { KeyValue } from "#app/ui/key-value.tsx";

/** What the club has of an owner. */
export function AccountFacts({ account }: { account: Account }) {
  const t = useT();
  const given = (value: string | null) =>
    value ? <bdi className="[overflow-wrap:anywhere]">{value}</bdi> : t("account.none");
  return (
    <KeyValue
      facts={[
        { label: t("account.name"), value: given(account.name) },
        { label: t("account.number"), value: <span className="figure">{account.number}</span> },
        { label: t("account.email"), value: given(account.email) },
        { label: t("account.phone"), value: given(account.phone) },
      ]}
    />
  );
}
