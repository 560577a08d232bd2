-- A family member who is taken out of the family stays in the parties of old: as a name, until that goes too.
ALTER TABLE "registration_person" DROP CONSTRAINT "registration_person_family_member_id_fkey",
  ADD CONSTRAINT "registration_person_family_member_id_fkey" FOREIGN KEY ("family_member_id")
    REFERENCES "family_member" ("id") ON DELETE SET NULL;
