import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeProfile } from "#app/modules/account/change-profile.server.ts";
import { LettersForm, ProfileForm } from "#app/modules/account/forms.ts";
import { loadProfile } from "#app/modules/account/load-profile.server.ts";
import { chooseLetters } from "#app/modules/letters/choose-letters.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { keepPreferences, readPreferences } from "#app/platform/preferences.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { requireReferrer } from "#app/routes/shell/guards.server.ts";
import { noticeIn } from "#app/routes/shell/page-address.server.ts";
import { readReferrerRequest } from "#app/routes/shell/referrer-request.server.ts";
import { formErrors } from "#app/site/form-errors.ts";
import { Section } from "#app/ui/page.tsx";
import { AccountHead } from "../parts/account-head.tsx";
import { LettersFields, ProfileFields } from "../parts/profile-fields.tsx";

/** Members, and others who recommend friends: what they have told the club of themselves. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { person, locale, t } = await readReferrerRequest(request);
  const profile = await loadProfile(db(), person.id);
  const done = noticeIn(request, ["letters", "profile"]);
  return { profile, letters: profile.letters ?? locale, done, title: t("account.profile") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Members, and others who recommend friends: changes to their profile, and the language of letters and pages. */
export async function action({ request }: ActionFunctionArgs) {
  const who = await requireReferrer(request);
  const sent = await readFormFields(request);
  if (sent.get("intent") === "letters") {
    const chosen = LettersForm.safeParse(Object.fromEntries(sent));
    if (!chosen.success) return data(null, { status: 400 });
    const locale = chosen.data.letters;
    await chooseLetters(db(), who.person.id, locale);
    const preferences = { ...(await readPreferences(request)), locale };
    return redirect("/my/account/profile?done=letters", {
      headers: { "Set-Cookie": await keepPreferences(preferences) },
    });
  }
  const form = parseForm(sent, ProfileForm);
  if (form.status !== "success") return data(form.reply(), 400);
  const answer = await changeProfile(who, form.value);
  if (!answer.ok) {
    return data(
      form.reply({ fieldErrors: { birthDay: [`account.error.${answer.refusal}`] } }),
      409,
    );
  }
  return redirect("/my/account/profile?done=profile");
}

export default function Profile() {
  const t = useT();
  const { profile, letters, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? undefined;
  return (
    <>
      <AccountHead
        title={t("account.profile")}
        done={done === "profile" && !answer && t("account.profile.saved")}
      />
      <ProfileFields
        // Fields keep what was typed until they are made anew: saved, they show how it was read.
        key={answer ? "typed" : JSON.stringify(profile)}
        profile={profile}
        typed={answer?.initialValue}
        errors={formErrors(answer, t)}
      />
      <Section id="language" title={t("account.letters")}>
        <LettersFields letters={letters} saved={done === "letters"} />
      </Section>
    </>
  );
}
