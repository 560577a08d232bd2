import { Form } from "@remix-run/react";
import type { FamilyPerson } from "#app/modules/account/load-family.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";

/** An owner's family, each with the way out of it. */
export function FamilyList({ family }: { family: FamilyPerson[] }) {
  const t = useT();
  const figures = useFigures();
  if (family.length === 0) {
    return <p className="border-y border-rule py-4">{t("account.family.none")}</p>;
  }
  return (
    <ul className="border-t border-rule">
      {family.map(({ id, name, birthDate, relation, guardianAgreedAt }) => (
        <li
          key={id}
          className="flex min-h-16 items-center justify-between gap-4 border-b border-rule py-2"
        >
          <div className="min-w-0">
            <p className="font-semibold [overflow-wrap:anywhere]">
              <bdi>{name}</bdi>
            </p>
            <p className="text-[0.9375rem] text-ink-soft">
              {t(`account.relation.${relation}`)} ·{" "}
              {t("account.family.born", { day: figures.calendarDay(birthDate) })}
              {guardianAgreedAt && (
                <span className="block">
                  {t("account.family.agreed", { day: figures.day(guardianAgreedAt) })}
                </span>
              )}
            </p>
          </div>
          <Form method="post" preventScrollReset>
            <Button look="quiet" name="remove" value={id}>
              {t("account.family.remove")}
              <VisuallyHidden> {name}</VisuallyHidden>
            </Button>
          </Form>
        </li>
      ))}
    </ul>
  );
}
