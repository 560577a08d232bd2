import { useT } from "#app/platform/words/words.tsx";
import { Choices } from "#app/ui/choice.tsx";

interface CollectorChoiceProps {
  /** The member's name. */
  owner: string;
  /** Whom they named for it, if anybody. */
  substitutes: readonly string[];
  errors?: readonly string[];
}

/** Who stands at the desk: the member, or whom they sent. Nobody is chosen before somebody looked. */
export function CollectorChoice({ owner, substitutes, errors }: CollectorChoiceProps) {
  const t = useT();
  const names = [...new Set(substitutes)].join(", ");
  return (
    <Choices
      name="collector"
      legend={t("redemptions.desk.collector")}
      errors={errors}
      options={[
        {
          value: "owner",
          label: <bdi>{owner}</bdi>,
          hint: t("redemptions.desk.collector.owner"),
        },
        ...(names === ""
          ? []
          : [
              {
                value: "substitute",
                label: <bdi>{names}</bdi>,
                hint: t("redemptions.desk.collector.substitute"),
              },
            ]),
      ]}
    />
  );
}
