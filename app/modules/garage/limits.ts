const HOUR = 60 * 60;
const DAY = 24 * HOUR;

/** Wrong order numbers given by one person as a proof, of whatever car. */
export const PERSON_PROOFS = { name: "car-proof-person", turns: 5, seconds: HOUR };

/** Wrong order numbers given for one car, by whoever: numbers run on, and could be tried one by one. */
export const CAR_PROOFS = { name: "car-proof-car", turns: 10, seconds: DAY };

/** Cars that one person says are theirs: nobody finds out plate by plate which are known here. */
export const CARS_REGISTERED = { name: "car-brought", turns: 12, seconds: DAY };

/** Members invited to drive along by one person: nobody finds out address by address who is in the club. */
export const DRIVERS_INVITED = { name: "co-driver-invited", turns: 12, seconds: DAY };
