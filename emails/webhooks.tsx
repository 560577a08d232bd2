import { Facts, Letter, LetterButton, Words } from "./letter.tsx";
import type { Template } from "./template.ts";

export type WebhookOffProps = {
  name: string;
  endpointId: number;
  /** What the club calls the program. */
  description: string;
  host: string;
  /** The program wants nothing more, or nothing got through for days. */
  why: "gone" | "failing";
};

/** To whoever keeps the programs that are told what happens: one is told no more. */
export const webhookOff: Template<WebhookOffProps> = {
  subject: ({ t }, { description }) => t("mail.webhookOff.subject", { program: description }),
  body: (context, { name, endpointId, description, host, why }) => {
    const { t, origin, clubName } = context;
    const words = t(`mail.webhookOff.${why}`);
    return (
      <Letter
        context={context}
        preview={words}
        heading={t("mail.dear", { name })}
        because={t("mail.because.staff", { club: clubName })}
      >
        <Words>{words}</Words>
        <Facts
          rows={[
            { name: t("mail.webhookOff.program"), value: description },
            { name: t("mail.webhookOff.host"), value: host },
          ]}
        />
        <Words>{t("mail.webhookOff.kept")}</Words>
        <LetterButton href={`${origin}/admin/webhooks/${endpointId}?show=failed`}>
          {t("mail.webhookOff.open")}
        </LetterButton>
      </Letter>
    );
  },
};
