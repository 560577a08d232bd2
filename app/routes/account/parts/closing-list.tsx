import type { ClosingFacts } from "#app/modules/account/load-closing.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Section } from "#app/ui/page.tsx";

/** What happens when the account is closed, with this account's own figures. */
export function ClosingList({ facts }: { facts: ClosingFacts }) {
  const t = useT();
  const figures = useFigures();
  const { available, pending, held, debt } = facts.points;
  const lost = available + held;
  const goes = [
    lost > 0 && t("account.closing.points", { points: figures.points(lost) }),
    pending > 0 && t("account.closing.pending", { points: figures.points(pending) }),
    debt > 0 && t("account.closing.debt", { points: figures.points(debt) }),
    facts.openClaims > 0 && t("account.closing.claims", { count: facts.openClaims }),
    facts.openGifts > 0 && t("account.closing.gifts", { count: facts.openGifts }),
    facts.openCarClaims > 0 && t("account.closing.carClaims", { count: facts.openCarClaims }),
    facts.cars > 0 && t("account.closing.cars", { count: facts.cars }),
    facts.coDrivers > 0 && t("account.closing.coDrivers", { count: facts.coDrivers }),
    facts.friends > 0 && t("account.closing.friends", { count: facts.friends }),
    facts.isMember && t("account.closing.card"),
    t("account.closing.erased"),
  ].filter((line) => line !== false);
  return (
    <>
      <Section id="goes" title={t("account.closing.goes")} className="mt-8">
        <Lines lines={goes} />
      </Section>
      <Section id="stays" title={t("account.closing.stays")}>
        <Lines
          lines={[
            ...(facts.isMember ? [t("account.closing.staysOrders")] : []),
            t("account.closing.staysPoints"),
            t("account.closing.staysProof"),
          ]}
        />
      </Section>
    </>
  );
}

function Lines({ lines }: { lines: string[] }) {
  return (
    <ul className="grid max-w-prose list-disc gap-1.5 pl-5">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
