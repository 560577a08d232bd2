import type { Page } from "@playwright/test";
import { templateOf } from "#app/modules/events/event-templates.ts";
import { eventFields, type TypedEvent } from "#app/modules/events/typed-event.ts";
import { expect } from "./fixtures.ts";

/** Types one field of an event's form as a person does: picks, ticks, or writes. */
export async function type(page: Page, name: string, value: string): Promise<void> {
  const field = page.locator(`#event-form [name="${name}"]`).first();
  const kind = await field.evaluate((at) => (at as HTMLInputElement).type);
  if (kind === "radio") {
    await page.locator(`#event-form [name="${name}"][value="${value}"]`).check();
  } else if (kind === "checkbox") await field.setChecked(value !== "");
  else if (kind.startsWith("select")) await field.selectOption(value);
  else await field.fill(value);
}

/** Presses a button of an event's form. */
export const press = (page: Page, intent: string): Promise<void> =>
  page.locator(`#event-form button[value="${intent}"]`).last().click();

/** Begins an event of a kind and types what its template has not said. */
export async function typeEvent(page: Page, typed: TypedEvent): Promise<void> {
  await page.goto("/admin/events/new");
  await page.locator(`button[name="kind"][value="${typed.kind}"]`).click();
  await expect(page).toHaveURL(/\/admin\/events\/\d+\?done=begun/);
  const template = templateOf(typed.kind as Parameters<typeof templateOf>[0]);
  for (const field of eventFields) {
    if (typed[field] !== template[field]) await type(page, field, typed[field]);
  }
  for (const [index, session] of typed.sessions.entries()) {
    await type(page, `sessions.${index}.startsAt`, session.startsAt);
    await type(page, `sessions.${index}.endsAt`, session.endsAt);
  }
  for (const [index, { key, most }] of typed.limits.entries()) {
    const usual = template.limits[index];
    if (usual?.key === key && usual.most !== most) await type(page, `limits.${index}.most`, most);
  }
  for (const [index, question] of typed.questions.entries()) {
    await press(page, `add.questions.${index}`);
    for (const field of ["labelEn", "labelZh", "of", "required"] as const) {
      await type(page, `questions.${index}.${field}`, question[field]);
    }
    await type(page, `questions.${index}.kind`, question.kind);
    for (const [at, option] of question.options.entries()) {
      await press(page, `add.options.${index}.${at}`);
      await type(page, `questions.${index}.options.${at}.labelEn`, option.labelEn);
      await type(page, `questions.${index}.options.${at}.labelZh`, option.labelZh);
    }
    if (question.onlyIf !== "") {
      await page.locator(`select[name="questions.${index}.onlyIf"]`).selectOption(question.onlyIf);
    }
  }
}
