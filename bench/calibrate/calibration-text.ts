import {keyFigures} from "../../schemas/rules/pla/key-figures.ts";
import {leastHistory} from "../../schemas/rules/pla/levels.ts";
import {type Calibrated, type Calibration, foundOf, type Power, promise} from "./calibrate.ts";
import {common} from "./world.ts";

const number = (value: number, places = 1) =>
  value
    .toFixed(places)
    .replace(".", ",")
    .replace("-", "−")
    .replace(/\B(?=(\d{3})+(?!\d))/g, ".");
const share = (value: number) => `${number(value)} %`;
const range = ([low, high]: readonly number[]) => `${number(100 * low!, 0)} bis ${number(100 * high!, 0)} %`;
const whole = (value: number) => (Number.isInteger(value) ? number(value, 0) : number(value));

const drawnFrom = (draws: number, seed: number): string[] => [
  `${number(draws, 0)} gezogene Stellen mit je ${common.halfYears} Halbjahren und ${keyFigures.length} Kennzahlen, je Welt die 54 Stellen mit ihren Einwohnern (Startwert ${seed}).`,
  "Woraus gezogen wird; die Modelle kennen davon nichts:",
  `  wahre Höhe: je Kennzahl und Welt ${whole(common.middle[0])} bis ${number(common.middle[1], 0)} in einer mittleren Stelle (gleichmäßig im Logarithmus), je Stelle nach Einwohnern und mal einem eigenen Faktor (Streuung ${number(100 * common.bodies, 0)} %); zwischen ${whole(common.smallest)} und ${number(common.largest, 0)}`,
  `  Wachstum: Stelle ${range(common.growthOfBodies)} je Halbjahr, jede Kennzahl noch ± ${number(100 * common.growthOfFigures)} %`,
  `  Personal: ändert sich in ${number(100 * common.staffChanges, 0)} % der Halbjahre um bis zu ${number(100 * common.staffBy, 0)} %; die Arbeit folgt ihm zu ${range(common.followsStaff)}`,
  `  Zählzufall: Poisson um eine Höhe, die von Halbjahr zu Halbjahr schwankt (Schwankung je Kennzahl und Stelle, siehe Welt); dauernd 0 bei ${number(100 * common.structuralZero, 0)} % der Kennzahlen ohne Bezug auf Stellen`,
];

const row = (cells: readonly string[]) =>
  `  ${cells[0]!.padEnd(20)}${cells
    .slice(1)
    .map((cell) => cell.padStart(12))
    .join("")}`;
const powerRow = (name: string, {trials, up, down, falsely}: Power) =>
  row(trials === 0 ? [name, "0", "–", "–", "–"] : [name, number(trials, 0), share(up), share(down), share(falsely)]);
const between = (from: number, until: number) => (until === Infinity ? `ab ${number(from, 0)}` : `${number(from, 0)} bis unter ${number(until, 0)}`);

/** The smallest mean from which on a direction is found as often as promised. */
const holdsFrom = (powers: readonly Power[], direction: "up" | "down"): string => {
  const first = powers.findIndex((_, i) => powers.slice(i).every((each) => each.trials === 0 || each[direction] >= promise.found));
  return first < 0 ? "nirgends durchgehend" : `ab einem Mittel von ${number(powers[first]!.from, 0)}`;
};

const worldText = ({world, falsely, byRule, promised, byLevel, byUnrest}: Calibrated): string[] => [
  "",
  `${world.name[0]!.toUpperCase()}${world.name.slice(1)}: Schwankung ${range(world.unrest)}`,
  `  Meldungen mit mindestens einem falschen Befund, 2. bis ${common.halfYears}. Halbjahr: ${falsely.map(share).join(" · ")} (Grenze ${promise.falsely} %)`,
  `  davon mit ${Object.entries(byRule)
    .map(([rule, part]) => `${rule} ${number(part, 2)} %`)
    .join(", ")}`,
  `  Sprünge um die Hälfte bei Mittel ab ${promise.level} und mindestens ${leastHistory} früheren Halbjahren gefunden: ${share(foundOf(promised))} (+50 %: ${share(promised.up)}, −50 %: ${share(promised.down)}; Grenze ${promise.found} %)`,
  `  ${promise.found} % werden erreicht: +50 % ${holdsFrom(byLevel, "up")}, −50 % ${holdsFrom(byLevel, "down")}`,
  row(["Mittel", "Versuche", "+50 %", "−50 %", "falsch"]),
  ...byLevel.map((power) => powerRow(between(power.from, power.until), power)),
  row([`Schwankung (ab ${promise.level})`, "Versuche", "+50 %", "−50 %", "falsch"]),
  ...byUnrest.map((power) => powerRow(range([power.from, power.until]), power)),
];

/** How often the plausibility models speak in vain and how often in time, as a page of plain text. */
export const calibrationText = ({ok, draws, seed, worlds}: Calibration): string =>
  [
    ...drawnFrom(draws, seed),
    ...worlds.flatMap(worldText),
    "",
    "Zugesagt ist die ruhige Welt. In der unruhigen lernen die Modelle die Schwankung aus wenigen Halbjahren und fragen öfter vergeblich, als sie sollen.",
    ok ? "Die Zusage hält." : "Die Zusage hält nicht.",
  ].join("\n");
