import { Form, Link, useNavigation } from "@remix-run/react";
import type { Profile } from "#app/modules/account/load-profile.server.ts";
import { groupPhone } from "#app/modules/person/contact-spelling.ts";
import { NAME_AT_MOST } from "#app/modules/person/name.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { Choices } from "#app/ui/choice.tsx";
import { FieldErrors } from "#app/ui/field.tsx";
import { Input, Select } from "#app/ui/input.tsx";
import { Notice } from "#app/ui/notice.tsx";

interface ProfileFieldsProps {
  profile: Profile;
  /** What the form held when it was refused. */
  typed: Record<string, unknown> | null | undefined;
  errors: Record<string, string[] | undefined>;
}

/** Somebody's profile as a form; the e-mail address stands beside it, being the key to the account. */
export function ProfileFields({ profile, typed, errors }: ProfileFieldsProps) {
  const { t, locale } = useWords();
  const pending = useNavigation().state === "submitting";
  const { birthday } = profile;
  const kept = {
    name: profile.name,
    phone: profile.phone ? groupPhone(profile.phone) : "",
    birthMonth: birthday ? String(birthday.month) : "",
    birthDay: birthday ? String(birthday.day) : "",
  };
  // An empty field comes back as none at all.
  const value = (field: keyof typeof kept) => (typed ? String(typed[field] ?? "") : kept[field]);
  const months = new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" });
  return (
    <Form method="post" className="grid gap-5">
      <Input
        id="name"
        name="name"
        label={t("account.name")}
        autoComplete="name"
        maxLength={NAME_AT_MOST}
        required
        defaultValue={value("name")}
        errors={errors.name}
      />
      <Input
        id="phone"
        name="phone"
        type="tel"
        label={t("account.phone")}
        optional={t("account.optional")}
        autoComplete="tel"
        defaultValue={value("phone")}
        errors={errors.phone}
      />
      {profile.number !== null && (
        <fieldset aria-describedby="birthday-hint birthday-error">
          <legend className="mb-1 font-semibold">
            {t("account.birthday")}
            <span className="font-normal text-ink-soft"> · {t("account.optional")}</span>
          </legend>
          <p id="birthday-hint" className="mb-1.5 text-[0.9375rem] leading-snug text-ink-soft">
            {t("account.birthday.why")}
          </p>
          <div className="flex gap-3">
            <Select
              id="birthMonth"
              name="birthMonth"
              label={<span className="sr-only">{t("account.birthday.month")}</span>}
              className="flex-1"
              defaultValue={value("birthMonth")}
              options={[
                { value: "", label: t("account.birthday.month") },
                ...Array.from({ length: 12 }, (_, index) => ({
                  value: String(index + 1),
                  label: months.format(Date.UTC(2024, index, 1)),
                })),
              ]}
            />
            <Select
              id="birthDay"
              name="birthDay"
              label={<span className="sr-only">{t("account.birthday.day")}</span>}
              className="flex-1"
              defaultValue={value("birthDay")}
              options={[
                { value: "", label: t("account.birthday.day") },
                ...Array.from({ length: 31 }, (_, index) => ({
                  value: String(index + 1),
                  label: String(index + 1),
                })),
              ]}
            />
          </div>
          <FieldErrors id="birthday" errors={errors.birthDay ?? errors.birthMonth} />
        </fieldset>
      )}
      <div>
        <p className="font-semibold">{t("account.email")}</p>
        <p>
          <bdi className="[overflow-wrap:anywhere]">{profile.email ?? t("account.none")}</bdi>{" "}
          <Link to="/security/email">{t("account.email.change")}</Link>
        </p>
      </div>
      <div>
        <Button name="intent" value="profile" pending={pending}>
          {t("account.save")}
        </Button>
      </div>
    </Form>
  );
}

/** The language of letters and pages. The whole page is asked for anew: all of its words change. */
export function LettersFields({ letters, saved }: { letters: Locale; saved: boolean }) {
  const { t } = useWords();
  return (
    <>
      {saved && (
        <div className="mb-4">
          <Notice tone="ok">{t("account.letters.saved")}</Notice>
        </div>
      )}
      <Form method="post" reloadDocument className="grid justify-items-start gap-3">
        <Choices
          name="letters"
          legend={<span className="sr-only">{t("account.letters")}</span>}
          defaultValue={letters}
          options={[
            { value: "en", label: <span lang="en">English</span> },
            { value: "zh-CN", label: <span lang="zh-CN">中文</span> },
          ]}
        />
        <Button look="quiet" name="intent" value="letters">
          {t("account.save")}
        </Button>
      </Form>
    </>
  );
}
