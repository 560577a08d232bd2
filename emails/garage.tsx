import { Letter, LetterButton, Reason, Words } from "./letter.tsx";
import type { Template } from "./template.ts";

export type CarClaimProps = {
  name: string;
  /** As people call it: its plate, or its model. */
  car: string;
  /** `passed-on` goes to whoever held the car before. */
  step: "open" | "granted" | "refused" | "passed-on";
  reason: string | null;
};

/** Whether a car is theirs: asked, answered, or now another's. */
export const carClaim: Template<CarClaimProps> = {
  subject: ({ t }, { step, car }) => t(`mail.car.${step}.subject`, { car }),
  body: (context, { name, car, step, reason }) => {
    const { t, origin, clubName } = context;
    return (
      <Letter
        context={context}
        preview={t(`mail.car.${step}.next`)}
        heading={t(`mail.car.${step}.heading`, { name })}
        because={t("mail.because.member", { club: clubName })}
      >
        <Words>{t(`mail.car.${step}.words`, { car })}</Words>
        {reason && <Reason context={context}>{reason}</Reason>}
        <Words>{t(`mail.car.${step}.next`)}</Words>
        <LetterButton href={`${origin}/my/garage`}>{t("mail.car.open")}</LetterButton>
      </Letter>
    );
  },
};

export type CoDriverProps = {
  name: string;
  /** Who the car belongs to, as that person is called. */
  holder: string;
  car: string;
  step: "invited" | "accepted" | "ended";
};

/** Driving a car beside its holder: `invited` goes to whoever would, `accepted` to the holder, `ended` to either. */
export const coDriver: Template<CoDriverProps> = {
  subject: ({ t }, { step, holder, car }) => t(`mail.coDriver.${step}.subject`, { holder, car }),
  body: (context, { name, holder, car, step }) => {
    const { t, origin, clubName } = context;
    return (
      <Letter
        context={context}
        preview={t(`mail.coDriver.${step}.next`)}
        heading={t("mail.dear", { name })}
        because={t("mail.because.member", { club: clubName })}
      >
        <Words>{t(`mail.coDriver.${step}.words`, { holder, car })}</Words>
        <Words>{t(`mail.coDriver.${step}.next`)}</Words>
        <LetterButton href={`${origin}/my/garage`}>{t("mail.car.open")}</LetterButton>
      </Letter>
    );
  },
};
