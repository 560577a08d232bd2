import { useState } from "react";
import type { TaggableParty } from "#app/modules/albums/load-kept-album.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { SearchIcon } from "#app/ui/icons.tsx";
import { SearchInput } from "#app/ui/input.tsx";

interface WhoPickerProps {
  parties: TaggableParty[];
  /** Picked before, as the fields have them. */
  picked: readonly string[];
}

/**
 * Who came, to be picked once and said of as many pictures as they are on. Who is picked stays in sight, whatever is
 * looked for next; without a script it is a list to tick.
 */
export function WhoPicker({ parties, picked }: WhoPickerProps) {
  const t = useT();
  const [typed, setTyped] = useState("");
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set(picked));
  const wanted = typed.trim().toLowerCase();
  const tick = (who: string, isOn: boolean) =>
    setTicked((before) => {
      const after = new Set(before);
      if (isOn) after.add(who);
      else after.delete(who);
      return after;
    });
  if (parties.length === 0) return <p>{t("albumKeeping.who.none")}</p>;
  return (
    <fieldset>
      <legend className="mb-2 font-semibold">
        {t("albumKeeping.who")}{" "}
        {ticked.size > 0 && (
          <span className="figure text-ink-soft">
            {t("albumKeeping.who.picked", { count: ticked.size })}
          </span>
        )}
      </legend>
      <SearchInput
        id="who-search"
        label={t("albumKeeping.who.search")}
        placeholder={t("albumKeeping.who.search")}
        icon={<SearchIcon size={18} />}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          // It is part of a form whose buttons do something.
          if (event.key === "Enter") event.preventDefault();
        }}
      />
      <ul className="mt-2 max-h-[28rem] overflow-auto pr-1">
        {parties.map((party) => (
          <Party key={party.id} {...{ party, wanted, ticked, tick }} />
        ))}
      </ul>
    </fieldset>
  );
}

interface PartyProps {
  party: TaggableParty;
  wanted: string;
  ticked: ReadonlySet<string>;
  tick: (who: string, isOn: boolean) => void;
}

/** A party as a whole, and each of it. Those that are not looked for are out of sight, and stay ticked. */
function Party({ party, wanted, ticked, tick }: PartyProps) {
  const t = useT();
  const { id, code, came, people } = party;
  const isWanted = [code, ...people.map(({ name }) => name)].some((text) =>
    text.toLowerCase().includes(wanted),
  );
  const all = [
    {
      who: String(id),
      name: t("albumKeeping.family", { name: people[0]?.name ?? code }),
      inside: false,
    },
    ...people.map(({ id: person, name }) => ({ who: `${id}.${person}`, name, inside: true })),
  ];
  const isShown = isWanted || all.some(({ who }) => ticked.has(who));
  return (
    <li hidden={!isShown} className="border-t border-rule py-1 first:border-t-0">
      {all.map(({ who, name, inside }) => (
        <label
          key={who}
          className={inside ? "flex gap-3 py-1 pl-8" : "flex gap-3 py-1 font-semibold"}
        >
          <input
            type="checkbox"
            name="who"
            value={who}
            className="check"
            checked={ticked.has(who)}
            onChange={(event) => tick(who, event.currentTarget.checked)}
          />
          <bdi className="min-w-0 break-words">{name}</bdi>
        </label>
      ))}
      {!came && (
        <p className="pl-8 text-[0.875rem] text-ink-soft">{t("albumKeeping.who.absent")}</p>
      )}
    </li>
  );
}
