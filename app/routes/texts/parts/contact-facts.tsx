import type { ClubContact } from "#app/modules/texts/load-contact.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { type Fact, KeyValue } from "#app/ui/key-value.tsx";

/** The club's address, number and stores, as far as it has told them. */
export function ContactFacts({ contact }: { contact: ClubContact }) {
  const { t, locale } = useWords();
  const { email, phone, stores } = contact;
  const names = stores.map(({ name }) => inLanguage(locale, name));
  const facts: (Fact | false)[] = [
    phone !== null && {
      label: t("texts.phone"),
      value: <a href={`tel:${phone.replace(/[^\d+]/g, "")}`}>{phone}</a>,
    },
    email !== null && {
      label: t("texts.email"),
      value: <a href={`mailto:${email}`}>{email}</a>,
    },
    names.length > 0 && {
      label: t("texts.stores"),
      value: names.join(locale === "en" ? ", " : "、"),
    },
  ];
  const told = facts.filter((fact) => fact !== false);
  return told.length > 0 ? (
    <div className="mb-6">
      <KeyValue facts={told} />
    </div>
  ) : null;
}
