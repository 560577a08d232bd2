import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { cancelOwnRedemption } from "#app/modules/redemptions/cancel-redemption.server.ts";
import { OwnRedemptionForm } from "#app/modules/redemptions/forms.ts";
import { nameCollector } from "#app/modules/redemptions/name-collector.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";
import { noticeIn, rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Spread } from "#app/ui/owner-shell.tsx";
import { BackLink, Section } from "#app/ui/page.tsx";
import { CancelForm } from "../parts/cancel-form.tsx";
import { codeWords } from "../parts/code-words.ts";
import { CollectorForm } from "../parts/collector-form.tsx";
import { moneyToPay } from "../parts/money-to-pay.ts";
import { OwnRedemptionBadge } from "../parts/own-redemption-badge.tsx";
import { OwnRedemptionFacts } from "../parts/own-redemption-facts.tsx";
import { readOwnRedemption } from "../parts/own-redemption-request.server.ts";
import { OwnSteps } from "../parts/own-steps.tsx";
import { ShownCode } from "../parts/shown-code.tsx";
import { titleWords } from "../parts/title-words.ts";

export { askAnewAfterRefusal as shouldRevalidate } from "#app/site/ask-anew-after-refusal.ts";

/** Members: one of the gifts they took; anybody else's does not exist. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { member, locale } = await readOwnerRequest(request);
  return {
    redemption: await readOwnRedemption(member.id, rowIdIn(params.id), locale),
    done: noticeIn(request, ["taken", "cancelled", "collector"]),
  };
}

/** Members: cancel it, or name somebody else who may collect it. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { member } = await readOwnerRequest(request);
  const id = rowIdIn(params.id);
  const form = parseForm(await readFormFields(request), OwnRedemptionForm);
  if (form.status !== "success") {
    return data({ form: form.reply(), refused: null }, { status: 400 });
  }
  const who = { memberId: member.id, personId: member.person.id };
  const { value } = form;
  const answer =
    value.intent === "cancel"
      ? await cancelOwnRedemption(id, who)
      : await nameCollector(id, value.collector || null, who);
  if (!answer.ok) {
    if (answer.refusal === "no-such-redemption") throw new Response(null, { status: 404 });
    return data({ form: form.reply(), refused: answer.refusal }, { status: 409 });
  }
  const done = value.intent === "cancel" ? "cancelled" : "collector";
  return redirect(`/my/redemptions/${id}?done=${done}`);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded?.redemption.title },
];

export default function Redemption() {
  const t = useT();
  const figures = useFigures();
  const { redemption, done } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { voucher, code, mayCancel, mayNameCollector, terms, state, payment, fulfilment } =
    redemption;
  return (
    <>
      <BackLink to="/my/redemptions">{t("redemptions.back")}</BackLink>
      <Spread
        left={
          <>
            <h1 className="break-words">{titleWords(redemption, t)}</h1>
            <p className="mt-2">
              <OwnRedemptionBadge redemption={redemption} />
            </p>
            {(done || reply?.refused) && (
              <div className="mt-4">
                {reply?.refused ? (
                  <Notice tone="refusal">
                    {t(
                      reply.refused === "being-paid"
                        ? "redemptions.refused.being-paid"
                        : "redemptions.refused.not-now",
                    )}
                  </Notice>
                ) : (
                  <Notice tone="ok">{done && t(`redemptions.done.${done}`)}</Notice>
                )}
              </div>
            )}
            {payment?.state === "open" && (
              <div className="mt-4">
                <Notice
                  announce={false}
                  tone="warn"
                  action={
                    <ButtonLink to={`/my/payments/${payment.id}`} look="quiet">
                      {t(payment.beingPaid ? "redemptions.toPay.goOn" : "redemptions.toPay.go")}
                    </ButtonLink>
                  }
                >
                  {moneyToPay(payment, t, figures)} {t(`redemptions.toPay.then.${fulfilment}`)}
                </Notice>
              </div>
            )}
            {code && <ShownCode code={code} title={t(codeWords(redemption))} />}
            {voucher && (
              <p className="mt-4 text-center">
                {voucher.expired
                  ? t("redemptions.voucher.late", {
                      day: figures.calendarDay(voucher.validThrough),
                    })
                  : t("redemptions.validThrough", {
                      day: figures.calendarDay(voucher.validThrough),
                    })}
                {state === "issued" && (
                  <>
                    <br />
                    {t("redemptions.usesLeft", { left: voucher.left })}
                  </>
                )}
              </p>
            )}
          </>
        }
        right={
          <>
            <Section id="steps" title={t("redemptions.steps")}>
              <OwnSteps redemption={redemption} />
            </Section>
            <Section
              id="facts"
              title={t("redemptions.facts")}
              more={
                <Link to={`/my/redemptions/${redemption.id}/receipt`}>
                  {t("redemptions.receipt.open")}
                </Link>
              }
            >
              <OwnRedemptionFacts redemption={redemption} />
            </Section>
            {mayNameCollector && (
              <CollectorForm collector={redemption.collector} reply={reply?.form} />
            )}
            {mayCancel && <CancelForm redemption={redemption} />}
            {!mayCancel && (state === "ready" || (state === "issued" && !voucher?.expired)) && (
              <p className="mt-8 text-ink-soft">{t("redemptions.cancel.desk")}</p>
            )}
            {terms && (
              <Section id="terms" title={t("redemptions.terms", { version: terms.version })}>
                <p className="max-w-prose break-words whitespace-pre-line text-ink-soft">
                  {terms.body}
                </p>
              </Section>
            )}
          </>
        }
      />
    </>
  );
}
