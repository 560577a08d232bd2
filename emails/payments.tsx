import type { PaymentMethod } from "#app/modules/payments/payment.ts";
import { formatDay, formatMoney } from "#app/platform/words/format.ts";
import { type InBoth, inLanguage } from "#app/platform/words/in-language.ts";
import { Figure, Letter, LetterButton, Reason, Words } from "./letter.tsx";
import type { Template } from "./template.ts";

type Money = {
  name: string;
  paymentId: number;
  /** What for. */
  title: InBoth;
  /** In the smallest unit of `currency`. */
  amountMinor: number;
  currency: string;
  method: PaymentMethod;
};

export type PaymentReceiptProps = Money & {
  /** The club's own number. */
  receipt: string;
  /** ISO 8601. */
  paidAt: string;
};

/** To the member: their money has come. */
export const paymentReceipt: Template<PaymentReceiptProps> = {
  subject: ({ t, locale }, { title, receipt }) =>
    t("mail.payment.receipt.subject", { title: inLanguage(locale, title), receipt }),
  body: (context, { name, paymentId, title, amountMinor, currency, method, receipt, paidAt }) => {
    const { t, locale, origin, clubName, timeZone } = context;
    const about = inLanguage(locale, title);
    return (
      <Letter
        context={context}
        preview={t("mail.payment.receipt.preview", { title: about })}
        heading={t("mail.dear", { name })}
        because={t("mail.because.member", { club: clubName })}
      >
        <Words>
          {t("mail.payment.receipt.words", {
            title: about,
            day: formatDay(paidAt, locale, timeZone),
            method: t(`payments.method.${method}`),
          })}
        </Words>
        <Figure
          value={formatMoney(amountMinor, currency, locale)}
          caption={t("mail.payment.receipt.number", { receipt })}
        />
        <LetterButton href={`${origin}/my/payments/${paymentId}`}>
          {t("mail.payment.open")}
        </LetterButton>
      </Letter>
    );
  },
};

export type PaymentRefundedProps = Money & {
  /** Why, in words; null where nobody gave any. */
  reason: string | null;
};

/** To the member: money went back to them. */
export const paymentRefunded: Template<PaymentRefundedProps> = {
  subject: ({ t, locale }, { title }) =>
    t("mail.payment.refunded.subject", { title: inLanguage(locale, title) }),
  body: (context, { name, paymentId, title, amountMinor, currency, method, reason }) => {
    const { t, locale, origin, clubName } = context;
    const about = inLanguage(locale, title);
    return (
      <Letter
        context={context}
        preview={t("mail.payment.refunded.preview", { title: about })}
        heading={t("mail.dear", { name })}
        because={t("mail.because.member", { club: clubName })}
      >
        <Words>
          {t("mail.payment.refunded.words", {
            title: about,
            method: t(`payments.method.${method}`),
          })}
        </Words>
        <Figure
          value={formatMoney(amountMinor, currency, locale)}
          caption={t("mail.payment.refunded.caption")}
        />
        {reason && <Reason context={context}>{reason}</Reason>}
        <LetterButton href={`${origin}/my/payments/${paymentId}`}>
          {t("mail.payment.open")}
        </LetterButton>
      </Letter>
    );
  },
};

export type PaymentReturnedProps = Omit<Money, "method"> & {
  /** It was paid otherwise meanwhile, or cannot be had any more. */
  why: "paid-already" | "gone";
};

/** To the member: money came that the club has no use for, and goes back. */
export const paymentReturned: Template<PaymentReturnedProps> = {
  subject: ({ t, locale }, { title }) =>
    t("mail.payment.returned.subject", { title: inLanguage(locale, title) }),
  body: (context, { name, paymentId, title, amountMinor, currency, why }) => {
    const { t, locale, origin, clubName } = context;
    const about = inLanguage(locale, title);
    return (
      <Letter
        context={context}
        preview={t("mail.payment.returned.preview")}
        heading={t("mail.dear", { name })}
        because={t("mail.because.member", { club: clubName })}
      >
        <Words>{t(`mail.payment.returned.${why}`, { title: about })}</Words>
        <Figure
          value={formatMoney(amountMinor, currency, locale)}
          caption={t("mail.payment.returned.caption")}
        />
        <Words>{t("mail.payment.returned.days")}</Words>
        <LetterButton href={`${origin}/my/payments/${paymentId}`}>
          {t("mail.payment.open")}
        </LetterButton>
      </Letter>
    );
  },
};
