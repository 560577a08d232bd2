import { Section, Text } from "@react-email/components";
import { formatPoints } from "#app/platform/words/format.ts";
import { Letter, LetterButton, Words } from "./letter.tsx";
import { styles } from "./letter-style.ts";
import type { Template } from "./template.ts";

export type WelcomeProps = {
  name: string;
  memberNumber: string;
  tier: "silver" | "gold";
  /** Points that can be spent already; 0 says nothing of points. */
  available: number;
  /** Brought in from the dealership's roster, and so still without a password. */
  imported: boolean;
};

/** The card, and how to open the club's site for the first time. */
export const welcome: Template<WelcomeProps> = {
  subject: ({ t, clubName }) => t("mail.welcome.subject", { club: clubName }),
  body: (context, props) => {
    const { t, locale, clubName, origin } = context;
    const { name, memberNumber, tier, available, imported } = props;
    return (
      <Letter
        context={context}
        preview={t("mail.welcome.preview", { number: memberNumber })}
        heading={t("mail.welcome.heading", { name })}
        because={t("mail.because.member", { club: clubName })}
      >
        <Words>
          {t(imported ? "mail.welcome.imported" : "mail.welcome.joined", { club: clubName })}
        </Words>
        <Section style={tier === "gold" ? { ...styles.card, ...styles.goldCard } : styles.card}>
          <Text style={{ margin: 0, fontSize: 14, fontWeight: 600 }}>
            {clubName} · {t(tier === "gold" ? "tier.gold" : "tier.silver")}
          </Text>
          <Text
            style={{ margin: "22px 0 0", fontSize: 22, letterSpacing: "0.08em", fontWeight: 700 }}
          >
            {memberNumber}
          </Text>
          <Text style={{ margin: "2px 0 0", fontSize: 16 }}>{name}</Text>
        </Section>
        {available > 0 && (
          <Words>{t("mail.welcome.points", { points: formatPoints(available, locale) })}</Words>
        )}
        {imported && <Words>{t("mail.welcome.howToStart")}</Words>}
        <LetterButton href={imported ? `${origin}/password` : `${origin}/my`}>
          {t(imported ? "mail.setPassword" : "mail.openCard")}
        </LetterButton>
      </Letter>
    );
  },
};
