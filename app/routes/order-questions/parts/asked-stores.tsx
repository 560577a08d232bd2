import { Form } from "@remix-run/react";
import type {
  AskedStore,
  OrderQuestions,
} from "#app/modules/order-questions/load-order-questions.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Select } from "#app/ui/input.tsx";
import { Section, Sheet } from "#app/ui/page.tsx";

type Stores = OrderQuestions["stores"];

/** Stores that only a file or the API has named: is it one of these? */
export function AskedStores({ questions: { asked, stores } }: { questions: OrderQuestions }) {
  const t = useT();
  if (asked.length === 0) return null;
  return (
    <Section id="stores" title={t("questions.stores.title")}>
      <p className="-mt-1 mb-4 max-w-prose text-ink-soft">{t("questions.stores.lead")}</p>
      <ul className="grid gap-4">
        {asked.map((store) => (
          <li key={store.id}>
            <Asked store={store} stores={stores} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Asked({ store, stores }: { store: AskedStore; stores: Stores }) {
  const t = useT();
  const { id, name, orders, waiting, file } = store;
  const named = <span className="sr-only"> ({name})</span>;
  return (
    <Sheet>
      <h3>
        <bdi>{name}</bdi>
      </h3>
      <p className="mt-1 break-all text-ink-soft">
        {file ? t("questions.store.file", { file }) : t("questions.row.api")}
        {" · "}
        {t("questions.store.orders", { count: orders })}
        {waiting > 0 && <> · {t("questions.store.waiting", { count: waiting })}</>}
      </p>
      <Form method="post" className="mt-4 flex flex-wrap items-end gap-2.5">
        <input type="hidden" name="about" value="store" />
        <input type="hidden" name="store" value={id} />
        <Select
          id={`into-${id}`}
          name="into"
          label={t("questions.store.into")}
          className="w-56 max-w-full"
          required
          options={optionsOf(stores)}
        />
        <Button name="answer" value="merged" look="quiet">
          {t("questions.store.map")}
          {named}
        </Button>
      </Form>
      <Form method="post" className="mt-3">
        <input type="hidden" name="about" value="store" />
        <input type="hidden" name="store" value={id} />
        <Button name="answer" value="accepted" look="quiet">
          {t("questions.store.accept")}
          {named}
        </Button>
      </Form>
    </Sheet>
  );
}

/** Two of the club's stores that are one. */
export function MergeStores({ stores }: { stores: Stores }) {
  const t = useT();
  if (stores.length < 2) return null;
  return (
    <div className="mt-10">
      <Disclosure summary={t("questions.merge")}>
        <p className="mb-4 max-w-prose text-ink-soft">{t("questions.merge.lead")}</p>
        <Form method="post" className="flex flex-wrap items-end gap-2.5">
          <input type="hidden" name="about" value="store" />
          <Select
            id="merge-store"
            name="store"
            label={t("questions.merge.store")}
            className="w-56 max-w-full"
            required
            options={optionsOf(stores)}
          />
          <Select
            id="merge-into"
            name="into"
            label={t("questions.merge.into")}
            className="w-56 max-w-full"
            required
            options={optionsOf(stores)}
          />
          <Button name="answer" value="merged" look="danger">
            {t("questions.merge.send")}
          </Button>
        </Form>
      </Disclosure>
    </div>
  );
}

/**
 * As files name them, which is what is asked, with their English names. None is chosen beforehand: nobody merges two
 * stores by pressing a button.
 */
const optionsOf = (stores: Stores) => [
  { value: "", label: "" },
  ...stores.map(({ id, name: { en, zh } }) => ({
    value: String(id),
    label: en === zh ? zh : `${zh} · ${en}`,
  })),
];
