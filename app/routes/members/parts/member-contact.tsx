import { Form } from "@remix-run/react";
import type { MemberPage } from "#app/modules/members/load-member-page.server.ts";
import { groupPhone } from "#app/modules/person/contact-spelling.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { ShowIcon } from "#app/ui/icons.tsx";
import { Section } from "#app/ui/page.tsx";

interface MemberContactProps {
  contact: MemberPage["contact"];
  /** What was just shown of it, and written down. */
  shown: { field: "phone" | "email"; value: string } | undefined;
}

/** Phone and e-mail; masked, with a button that shows one, for those whose work does not need them. */
export function MemberContact({ contact, shown }: MemberContactProps) {
  const t = useT();
  const fields = [
    { field: "phone", label: t("staff.member.phone"), show: t("staff.contact.showPhone") },
    { field: "email", label: t("staff.member.email"), show: t("staff.contact.showEmail") },
  ] as const;
  return (
    <Section id="contact" title={t("staff.member.contact")}>
      <dl>
        {fields.map(({ field, label, show }) => {
          const isShown = shown?.field === field;
          const value = isShown ? shown.value : contact[field];
          return (
            <div key={field} className="border-t border-rule py-2 first:border-t-0 first:pt-0">
              <dt className="caption">{label}</dt>
              <dd className="flex flex-wrap items-center justify-between gap-x-3">
                <span className="min-w-0 break-all">
                  {value ? groupPhone(value) : t("staff.none")}
                </span>
                {contact.masked && value && !isShown && (
                  <Form method="post" preventScrollReset>
                    <Button
                      look="bare"
                      name="show"
                      value={field}
                      aria-label={show}
                      icon={<ShowIcon size={18} />}
                    >
                      {t("staff.contact.show")}
                    </Button>
                  </Form>
                )}
              </dd>
              {isShown && (
                <dd role="status" className="text-ink-soft">
                  {t("staff.contact.shown")}
                </dd>
              )}
            </div>
          );
        })}
      </dl>
      {contact.masked && <p className="mt-1 text-ink-soft">{t("staff.contact.masked")}</p>}
    </Section>
  );
}
