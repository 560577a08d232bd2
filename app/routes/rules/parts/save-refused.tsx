import type { SaveRefusal } from "#app/modules/rules/save-rule-version.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { useRuleFigures } from "./rule-figures.ts";

/** As it comes over the wire: instants as text. */
type Refused = SaveRefusal extends infer Each
  ? Each extends { startsAt: Date }
    ? Omit<Each, "startsAt"> & { startsAt: string | Date }
    : Each
  : never;

interface SaveRefusedProps {
  refusal: Refused | null;
  /** How many fields are wrong. */
  wrong: number;
}

/** Why the rules were not saved; what was typed is still there below. */
export function SaveRefused({ refusal, wrong }: SaveRefusedProps) {
  const t = useT();
  const figures = useFigures();
  const say = useRuleFigures();
  if (!refusal && wrong === 0) return null;
  if (!refusal) {
    return (
      <div className="mb-6">
        <Notice tone="refusal">{t("rules.wrongFields", { count: wrong })}</Notice>
      </div>
    );
  }
  const sentence = () => {
    switch (refusal.refusal) {
      case "start-overlaps":
        return t("rules.refused.start-overlaps", {
          version: refusal.version,
          day: figures.day(refusal.startsAt),
        });
      case "saved-meanwhile":
        return refusal.by
          ? t("rules.refused.saved-meanwhile", { name: refusal.by, version: refusal.version })
          : t("rules.refused.saved-meanwhile.nobody", { version: refusal.version });
      case "programme-held":
        return t("rules.refused.programme-held", {
          programme: say.programme(refusal.programme),
          members: refusal.members,
        });
      default:
        return t(`rules.refused.${refusal.refusal}`);
    }
  };
  const anew = refusal.refusal === "saved-meanwhile" && (
    <ButtonLink to="/admin/rules" look="quiet">
      {t("rules.seeVersions")}
    </ButtonLink>
  );
  return (
    <div className="mb-6">
      <Notice tone="refusal" action={anew}>
        {sentence()}
      </Notice>
    </div>
  );
}
