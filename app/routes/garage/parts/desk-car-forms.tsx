import { Form, useNavigation } from "@remix-run/react";
import { carInWords } from "#app/modules/garage/car-in-words.ts";
import type { MemberCarsPage } from "#app/modules/garage/load-member-cars.server.ts";
import type { Day } from "#app/platform/club-time.ts";
import { useT } from "#app/platform/words/words.tsx";
import { formErrors } from "#app/site/form-errors.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Checkbox, Choices } from "#app/ui/choice.tsx";
import { Named, named } from "#app/ui/named.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";
import { CarFields } from "./car-form.tsx";
import { type EndAnswer, EndDayInput } from "./end-day-input.tsx";

/** What the server answered to either form. */
export type DeskCarsAnswer = { form: EndAnswer["form"]; refused?: EndAnswer["refused"] };

/** A car added for a member whose papers were seen. */
export function DeskAddCar({ answer }: { answer: DeskCarsAnswer | undefined }) {
  const t = useT();
  const pending = useNavigation().state === "submitting";
  const errors = formErrors(answer?.form, t);
  const typed = (name: string) => String(answer?.form.initialValue?.[name] ?? "");
  return (
    <Section id="add" title={t("deskCars.member.add")}>
      <Form method="post" className="grid max-w-xl gap-4">
        {errors[""] && <Notice tone="refusal">{errors[""][0]}</Notice>}
        <CarFields typed={typed} errors={errors} />
        <Checkbox
          id="papers"
          name="papers"
          label={t("deskCars.member.papers")}
          errors={errors.papers}
        />
        <Button className="justify-self-start" pending={pending}>
          {t("deskCars.member.addSubmit")}
        </Button>
      </Form>
    </Section>
  );
}

interface DeskEndCarProps {
  car: MemberCarsPage["held"][number];
  number: string;
  today: Day;
  answer: DeskCarsAnswer | undefined;
}

/** What it means that a car is no longer a member's, and since when. */
export function DeskEndCar({ car, number, today, answer }: DeskEndCarProps) {
  const t = useT();
  const errors = formErrors(answer?.form, t);
  const refused = answer && { form: answer.form, refused: answer.refused ?? null };
  return (
    <Section
      id="end"
      title={<Named>{t("deskCars.member.endTitle", { car: named(carInWords(car)) })}</Named>}
    >
      <p className="mb-4 max-w-prose">{t("deskCars.member.endWords")}</p>
      <Form method="post" className="grid max-w-xl gap-4">
        <input type="hidden" name="car" value={car.carId} />
        <EndDayInput label={t("deskCars.member.endDay")} today={today} answer={refused} />
        <Choices
          name="cause"
          legend={t("deskCars.member.cause")}
          defaultValue={String(answer?.form.initialValue?.cause ?? "sold")}
          errors={errors.cause}
          options={[
            { value: "sold", label: t("deskCars.member.cause.sold") },
            { value: "given-up", label: t("deskCars.member.cause.given-up") },
          ]}
        />
        <div className="flex flex-wrap gap-3">
          <Button look="danger">{t("deskCars.member.endSubmit")}</Button>
          <ButtonLink to={`/admin/members/${number}/cars`} look="quiet">
            {t("deskCars.member.keep")}
          </ButtonLink>
        </div>
      </Form>
    </Section>
  );
}
