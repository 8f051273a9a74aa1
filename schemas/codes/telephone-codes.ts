import codes from "./telephone-codes.json" with {type: "json"};

const areas: ReadonlySet<string> = new Set(Object.entries(codes.areas).flatMap(([first, rest]) => rest.split(" ").map((each) => `0${first}${each}`)));
const countries: ReadonlySet<string> = new Set(codes.countries.split(" "));

/** Whether digits are a German area code as it is dialled, with its zero. Of codes with five digits the plan names some that are not in use. */
export const isAreaCode = (digits: string): boolean => areas.has(digits);
/** Whether digits begin like the number of a mobile telephone or of a service. */
export const isMobileOrService = (digits: string): boolean => /^0(?:1[567]\d|800|180|137|900|700)/.test(digits);
/** Whether digits begin with the calling code of a country. */
export const hasCallingCode = (digits: string): boolean => [1, 2, 3].some((length) => countries.has(digits.slice(0, length)));
