import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import type { RedemptionPage } from "#app/modules/redemptions/load-redemption-page.server.ts";
import {
  afterAct,
  needsColleague,
  type RedemptionAct,
} from "#app/modules/redemptions/redemption.ts";
import { REASON_AT_MOST } from "#app/platform/reason.ts";
import { useT } from "#app/platform/words/words.tsx";
import { formErrors } from "#app/site/form-errors.ts";
import { typedInto } from "#app/site/typed.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/choice.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Input, Textarea } from "#app/ui/input.tsx";
import { Section } from "#app/ui/page.tsx";
import { CollectorChoice } from "./collector-choice.tsx";
import type { RedemptionActReply } from "./redemption-act.server.ts";

interface RedemptionActsProps {
  redemption: RedemptionPage;
  /** Whoever looks took it themselves: a colleague gives it to them. */
  own: boolean;
  /** ISO 8601: a hand-over since then can be undone. */
  undoFrom: string;
  refused: RedemptionActReply | undefined;
  /** Of the forms that move stock. */
  requestKey: string;
}

/** What can be done with a redemption as it stands: the next step open, what is rare folded away. */
export function RedemptionActs(props: RedemptionActsProps) {
  const { redemption, own, undoFrom, refused, requestKey } = props;
  const t = useT();
  const can = (act: RedemptionAct) =>
    afterAct(redemption, act) !== null && !(own && (needsColleague(act) || act === "cancel"));
  const voucherUsed = (redemption.voucher?.used ?? 0) > 0;
  const rare = [
    can("undo-hand-over") && isUndoable(redemption, undoFrom) && (
      <Rare key="undo-hand-over" intent="undo-hand-over" refused={refused}>
        <Reason refused={refused} intent="undo-hand-over" />
      </Rare>
    ),
    can("extend") && (
      <Rare key="extend" intent="extend" refused={refused}>
        <Reason refused={refused} intent="extend" />
      </Rare>
    ),
    can("return") && (
      <Rare key="return" intent="return" refused={refused}>
        <Reason refused={refused} intent="return" />
        <Checkbox
          id="return-toShelf"
          name="toShelf"
          label={t("redemptions.desk.toShelf")}
          defaultChecked
        />
      </Rare>
    ),
    can("exchange") && (
      <Rare key="exchange" intent="exchange" refused={refused}>
        <input type="hidden" name="requestKey" value={requestKey} />
        <Pieces most={redemption.quantity} refused={refused} />
        <Reason refused={refused} intent="exchange" />
        <Checkbox id="exchange-toShelf" name="toShelf" label={t("redemptions.desk.toShelf")} />
      </Rare>
    ),
    can("cancel") && !voucherUsed && (
      <Rare key="cancel" intent="cancel" refused={refused} danger>
        <Reason refused={refused} intent="cancel" />
      </Rare>
    ),
  ].filter(Boolean);
  const next = can("make-ready") || can("hand-over") || can("ship") || can("deliver") || can("use");
  if (!next && rare.length === 0) return null;
  return (
    <Section id="acts" title={t("redemptions.desk.acts")}>
      {can("make-ready") && <PlainAct intent="ready" />}
      {can("hand-over") && (
        <HandingOver
          redemption={redemption}
          refused={refused}
          look={redemption.state === "ready" ? "primary" : "quiet"}
        />
      )}
      {can("ship") && <Shipping refused={refused} />}
      {can("deliver") && <PlainAct intent="deliver" />}
      {can("use") && (
        <div className="mb-6">
          <ButtonLink to="/admin/vouchers">{t("redemptions.desk.useVoucher")}</ButtonLink>
          <p className="mt-1.5 text-[0.9375rem] text-ink-soft">
            {t("redemptions.desk.useVoucher.hint")}
          </p>
        </div>
      )}
      {rare.length > 0 && <div className="mt-6">{rare}</div>}
    </Section>
  );
}

/** It was handed over a moment ago, and not exchanged since. */
function isUndoable({ steps }: RedemptionPage, undoFrom: string): boolean {
  const last = steps.findLast(({ step }) => step === "collected" || step === "exchanged");
  return last?.step === "collected" && Date.parse(last.at) >= Date.parse(undoFrom);
}

function PlainAct({ intent }: { intent: "ready" | "deliver" }) {
  const t = useT();
  return (
    <Form method="post" className="mb-6">
      <input type="hidden" name="intent" value={intent} />
      <Button>{t(`redemptions.desk.act.${intent}`)}</Button>
      <p className="mt-1.5 text-[0.9375rem] text-ink-soft">
        {t(`redemptions.desk.act.${intent}.hint`)}
      </p>
    </Form>
  );
}

interface HandingOverProps {
  redemption: RedemptionPage;
  refused: RedemptionActReply | undefined;
  look: "primary" | "quiet";
}

function HandingOver({ redemption, refused, look }: HandingOverProps) {
  const t = useT();
  const errors = refused?.intent === "hand-over" ? formErrors(refused.form, t) : {};
  return (
    <Form method="post" className="mb-6">
      <input type="hidden" name="intent" value="hand-over" />
      <input type="hidden" name="member" value={redemption.memberId} />
      <CollectorChoice
        owner={redemption.memberName}
        substitutes={redemption.collectorName ? [redemption.collectorName] : []}
        errors={errors.collector}
      />
      <div className="mt-3">
        <Button look={look}>{t("redemptions.desk.act.hand-over")}</Button>
      </div>
    </Form>
  );
}

function Shipping({ refused }: { refused: RedemptionActReply | undefined }) {
  const t = useT();
  const typed = refused?.intent === "ship" ? refused.form : undefined;
  const errors = formErrors(typed, t);
  return (
    <Form method="post" className="mb-6 grid max-w-md gap-4">
      <input type="hidden" name="intent" value="ship" />
      <Input
        id="carrier"
        name="carrier"
        required
        maxLength={80}
        label={t("redemptions.desk.carrier")}
        defaultValue={typedInto(typed, "carrier")}
        errors={errors.carrier}
      />
      <Input
        id="trackingNumber"
        name="trackingNumber"
        required
        maxLength={80}
        autoComplete="off"
        label={t("redemptions.desk.trackingNumber")}
        defaultValue={typedInto(typed, "trackingNumber")}
        errors={errors.trackingNumber}
      />
      <div>
        <Button>{t("redemptions.desk.act.ship")}</Button>
      </div>
    </Form>
  );
}

type RareIntent = "undo-hand-over" | "extend" | "return" | "exchange" | "cancel";

interface RareProps {
  intent: RareIntent;
  refused: RedemptionActReply | undefined;
  danger?: boolean;
  children: ReactNode;
}

/** An act that is folded away until somebody wants it. */
function Rare({ intent, refused, danger = false, children }: RareProps) {
  const t = useT();
  return (
    <Disclosure summary={t(`redemptions.desk.act.${intent}`)} open={refused?.intent === intent}>
      <Form method="post" className="grid gap-4">
        <p>{t(`redemptions.desk.act.${intent}.hint`)}</p>
        <input type="hidden" name="intent" value={intent} />
        {children}
        <div>
          <Button look={danger ? "danger" : "quiet"}>{t(`redemptions.desk.act.${intent}`)}</Button>
        </div>
      </Form>
    </Disclosure>
  );
}

interface ReasonProps {
  intent: RareIntent;
  refused: RedemptionActReply | undefined;
}

function Reason({ intent, refused }: ReasonProps) {
  const t = useT();
  const typed = refused?.intent === intent ? refused.form : undefined;
  return (
    <Textarea
      id={`${intent}-reason`}
      name="reason"
      rows={2}
      required
      maxLength={REASON_AT_MOST}
      label={t(`redemptions.desk.act.${intent}.reason`)}
      defaultValue={typedInto(typed, "reason")}
      errors={formErrors(typed, t).reason}
    />
  );
}

function Pieces({ most, refused }: { most: number; refused: RedemptionActReply | undefined }) {
  const t = useT();
  if (most === 1) return <input type="hidden" name="pieces" value="1" />;
  const typed = refused?.intent === "exchange" ? refused.form : undefined;
  return (
    <Input
      id="pieces"
      name="pieces"
      inputMode="numeric"
      required
      className="max-w-32"
      label={t("redemptions.desk.act.exchange.pieces")}
      defaultValue={typedInto(typed, "pieces") ?? "1"}
      errors={formErrors(typed, t).pieces}
    />
  );
}
