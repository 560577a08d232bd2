import { NAME_AT_MOST } from "#app/modules/person/name.ts";
import { PHONE_COUNTRIES } from "#app/modules/person/phone-countries.ts";
import { NOTE_AT_MOST } from "#app/modules/referrals/note-length.ts";
import { useT } from "#app/platform/words/words.tsx";
import { formErrors } from "#app/site/form-errors.ts";
import { Checkbox } from "#app/ui/choice.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Field } from "#app/ui/field.tsx";
import { Input, Textarea } from "#app/ui/input.tsx";
import type { FriendFormReply, FriendFormUnseen } from "./friend-request.server.ts";

interface FriendFieldsProps {
  /** Whether the referrer types it of a friend, or the friend of themselves. */
  of: "friend" | "oneself";
  club: string;
  unseen: FriendFormUnseen;
  reply: FriendFormReply | undefined;
}

/** What is asked of a friend: name, phone, the model, and the friend's own consent, which nobody has ticked before. */
export function FriendFields({ of, club, unseen, reply }: FriendFieldsProps) {
  const t = useT();
  const typed = (reply?.form.initialValue ?? {}) as Record<string, unknown>;
  const was = (field: string) => String(typed[field] ?? "");
  const errors = formErrors(reply?.form, t);
  return (
    <>
      <Unseen unseen={unseen} was={was} />
      <Input
        id="name"
        name="name"
        autoComplete={of === "oneself" ? "name" : "off"}
        required
        maxLength={NAME_AT_MOST}
        label={t(`referrers.field.name.${of}`)}
        defaultValue={was("name")}
        errors={errors.name}
      />
      <Field id="phone" label={t(`referrers.field.phone.${of}`)} errors={errors.phone}>
        {(wiring) => (
          <div className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-2">
            <select
              name="country"
              aria-label={t("referrers.field.country")}
              defaultValue={was("country") || "+86"}
              className="control"
            >
              {PHONE_COUNTRIES.map((country) => (
                <option key={country}>{country}</option>
              ))}
            </select>
            <input
              type="tel"
              name="phone"
              autoComplete={of === "oneself" ? "tel-national" : "off"}
              required
              maxLength={40}
              defaultValue={was("phone")}
              {...wiring}
              className="control"
            />
          </div>
        )}
      </Field>
      <Input
        id="model"
        name="model"
        autoComplete="off"
        required
        maxLength={80}
        label={t("referrers.field.model")}
        defaultValue={was("model")}
        errors={errors.model}
      />
      <Checkbox
        id="consent"
        name="consent"
        label={t(`referrers.field.consent.${of}`, { club })}
        hint={
          <a href="/about/privacy" target="_blank" rel="noreferrer">
            {t("referrers.privacy")}
          </a>
        }
        defaultChecked={was("consent") === "on"}
        errors={errors.consent}
      />
      <Disclosure
        summary={t("referrers.field.more")}
        open={Boolean(was("email") || was("note") || errors.email || errors.note)}
      >
        <div className="grid gap-4">
          <Input
            id="email"
            name="email"
            type="email"
            autoComplete={of === "oneself" ? "email" : "off"}
            maxLength={200}
            label={t(`referrers.field.email.${of}`)}
            optional={t("referrers.optional")}
            hint={t(`referrers.field.emailHint.${of}`)}
            defaultValue={was("email")}
            errors={errors.email}
          />
          <Textarea
            id="note"
            name="note"
            rows={2}
            maxLength={NOTE_AT_MOST}
            label={t("referrers.field.note")}
            optional={t("referrers.optional")}
            hint={t(`referrers.field.noteHint.${of}`)}
            defaultValue={was("note")}
            errors={errors.note}
          />
        </div>
      </Disclosure>
    </>
  );
}

/** What goes along unseen. The first field stays empty with people; the others keep what the page was drawn with. */
function Unseen({ unseen, was }: { unseen: FriendFormUnseen; was: (field: string) => string }) {
  const t = useT();
  return (
    <>
      <div hidden>
        <label htmlFor="website">{t("referrers.field.leaveEmpty")}</label>
        <input id="website" name="website" tabIndex={-1} autoComplete="off" />
      </div>
      <input type="hidden" name="shown" value={was("shown") || unseen.shown} />
      <input
        type="hidden"
        name="consentVersion"
        value={was("consentVersion") || unseen.consentVersion}
      />
      <input type="hidden" name="requestKey" value={was("requestKey") || unseen.requestKey} />
    </>
  );
}
