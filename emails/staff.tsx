import { Letter, LetterButton, Words } from "./letter.tsx";
import type { Template } from "./template.ts";

export type StaffInvitedProps = {
  name: string;
  roles: ("desk" | "events" | "gifts" | "sales" | "finance" | "admin" | "referrer")[];
};

/** To somebody who works at the dealership: what they may do here, and how to begin. */
export const staffInvited: Template<StaffInvitedProps> = {
  subject: ({ t, clubName }) => t("mail.staff.subject", { club: clubName }),
  body: (context, { name, roles }) => {
    const { t, locale, origin, clubName } = context;
    const list = new Intl.ListFormat(locale === "en" ? "en-GB" : locale);
    const named = list.format(roles.map((role) => t(`mail.role.${role}`)));
    return (
      <Letter
        context={context}
        preview={t("mail.staff.words", { club: clubName, roles: named })}
        heading={t("mail.dear", { name })}
        because={t("mail.because.staff", { club: clubName })}
      >
        <Words>{t("mail.staff.words", { club: clubName, roles: named })}</Words>
        <Words>{t("mail.staff.next")}</Words>
        <LetterButton href={`${origin}/password`}>{t("mail.setPassword")}</LetterButton>
        <Words soft>{t("mail.staff.second")}</Words>
      </Letter>
    );
  },
};
