import { useT } from "#app/platform/words/words.tsx";

interface ReferrerNameProps {
  referrer: { name: string; memberNumber: string | null } | null;
}

/** Who recommended a friend, with their member number where they have one. */
export function ReferrerName({ referrer }: ReferrerNameProps) {
  const t = useT();
  if (!referrer) return t("pipeline.referrer.gone");
  return (
    <>
      <bdi>{referrer.name}</bdi>
      {referrer.memberNumber && <span className="whitespace-nowrap"> {referrer.memberNumber}</span>}
    </>
  );
}
