import { Form } from "@remix-run/react";
import type { ClaimActReply } from "#app/modules/claims/claim-act.ts";
import type { ClaimPage } from "#app/modules/claims/load-claim-page.server.ts";
import type { StoreChoice } from "#app/modules/club/load-stores.server.ts";
import { REASON_AT_MOST } from "#app/platform/reason.ts";
import { useT } from "#app/platform/words/words.tsx";
import { formErrors } from "#app/site/form-errors.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Select, Textarea } from "#app/ui/input.tsx";
import { Section } from "#app/ui/page.tsx";
import { ClaimEntering } from "./claim-entering.tsx";

interface ClaimActsProps {
  claim: ClaimPage;
  stores: StoreChoice[];
  /** The person who reads this. */
  me: number;
  refused: ClaimActReply | undefined;
}

/** What else can be done with an open claim: enter its order, refuse it, look after it or hand it over. */
export function ClaimActs({ claim, stores, me, refused }: ClaimActsProps) {
  const t = useT();
  const wasEntering = refused?.intent === "enter";
  const wasRefusing = refused?.intent === "refuse";
  const errors = wasRefusing ? formErrors(refused.form, t) : {};
  return (
    <>
      <div className="mt-8">
        <Disclosure summary={t("claims.desk.enter")} open={wasEntering}>
          <ClaimEntering
            claim={claim}
            stores={stores}
            refused={wasEntering ? refused : undefined}
          />
        </Disclosure>
        <Disclosure summary={t("claims.desk.refuse")} open={wasRefusing}>
          <Form method="post" className="grid gap-4">
            <input type="hidden" name="intent" value="refuse" />
            <Textarea
              id="reason"
              name="reason"
              rows={3}
              required
              maxLength={REASON_AT_MOST}
              label={t("claims.desk.refuse.reason")}
              defaultValue={wasRefusing ? String(refused.form.initialValue?.reason ?? "") : ""}
              errors={errors.reason}
            />
            <div>
              <Button look="danger">{t("claims.desk.refuse.send")}</Button>
            </div>
          </Form>
        </Disclosure>
      </div>
      <LookingAfter claim={claim} me={me} />
    </>
  );
}

function LookingAfter({ claim, me }: { claim: ClaimPage; me: number }) {
  const t = useT();
  // Whoever reads this takes what nobody has by the button beside; from a colleague, by the list.
  const present = claim.lookedAfterBy?.id ?? me;
  const others = claim.colleagues.filter(({ id }) => id !== present);
  return (
    <Section id="who" title={t("claims.desk.who")}>
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        {claim.lookedAfterBy === null && (
          <Form method="post">
            <input type="hidden" name="intent" value="take" />
            <Button>{t("claims.desk.take")}</Button>
          </Form>
        )}
        {others.length > 0 && (
          <Form method="post" className="flex flex-wrap items-end gap-2">
            <input type="hidden" name="intent" value="hand-over" />
            {claim.lookedAfterBy && (
              <input type="hidden" name="from" value={claim.lookedAfterBy.id} />
            )}
            <Select
              id="to"
              name="to"
              label={t("claims.desk.handOver.to")}
              className="w-56 max-w-full"
              options={others.map(({ id, name }) => ({ value: String(id), label: name }))}
            />
            <Button look="quiet">{t("claims.desk.handOver")}</Button>
          </Form>
        )}
      </div>
    </Section>
  );
}
