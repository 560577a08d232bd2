import { type Role, STAFF_ROLES } from "#app/modules/access/roles.ts";
import { useT } from "#app/platform/words/words.tsx";
import { FieldErrors } from "#app/ui/field.tsx";

/** The roles at the dealership, each with what it opens, to be ticked. */
export function RoleBoxes({ ticked, errors }: { ticked: readonly Role[]; errors?: string[] }) {
  const t = useT();
  return (
    <fieldset aria-describedby={errors?.length ? "roles-error" : undefined}>
      <legend className="mb-1 font-semibold">{t("staffList.roles")}</legend>
      {STAFF_ROLES.map((role) => (
        <label key={role} className="flex cursor-pointer gap-3 py-2">
          <input
            type="checkbox"
            name="roles"
            value={role}
            defaultChecked={ticked.includes(role)}
            className="check"
          />
          <span>
            {t(`staffRole.${role}.name`)}
            <span className="block text-[0.9375rem] text-ink-soft">
              {t(`staffRole.${role}.opens`)}
            </span>
          </span>
        </label>
      ))}
      <FieldErrors id="roles" errors={errors} />
    </fieldset>
  );
}
