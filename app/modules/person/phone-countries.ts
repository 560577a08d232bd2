/** Countries to choose from, where the members are first. Others are typed with their +. */
export const PHONE_COUNTRIES = [
  "+86",
  "+852",
  "+853",
  "+886",
  "+65",
  "+60",
  "+81",
  "+82",
  "+1",
  "+44",
  "+49",
  "+33",
  "+61",
] as const;
export type PhoneCountry = (typeof PHONE_COUNTRIES)[number];
