import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Checkbox } from "./choice.tsx";
import { CodeInput, Input, RowInput } from "./input.tsx";

test("a control without hint or error describes nothing and is not invalid", () => {
  const html = renderToStaticMarkup(<Input id="email" name="email" label="E-mail" />);
  expect(html).not.toContain("aria-");
  expect(html).toContain('<label for="email"');
});

test("errors are read before the hint, and mark the control invalid", () => {
  const html = renderToStaticMarkup(
    <Input id="email" name="email" label="E-mail" hint="Where codes go" errors={["Too short"]} />,
  );
  expect(html).toContain('aria-describedby="email-error email-hint"');
  expect(html).toContain('aria-invalid="true"');
  expect(html).toContain('id="email-error"');
  expect(html).toContain('id="email-hint"');
});

test("a page that comes whole begins at what is wrong", () => {
  const field = (errors: string[]) =>
    renderToStaticMarkup(<RowInput id="time" name="time" label="Time" errors={errors} />);
  expect(field(["That can’t be read"])).toMatch(/autofocus/i);
  expect(field([])).not.toMatch(/autofocus/i);
});

test("an empty list of errors is no error", () => {
  const html = renderToStaticMarkup(<Checkbox id="news" name="news" label="News" errors={[]} />);
  expect(html).not.toContain("aria-invalid");
  expect(html).not.toContain("news-error");
});

test("a code that is pasted with blanks around it is not cut by the browser", () => {
  const html = renderToStaticMarkup(<CodeInput id="code" name="code" label="Code" />);
  expect(Number(/maxLength="(\d+)"/i.exec(html)?.[1])).toBeGreaterThanOrEqual(100);
});
