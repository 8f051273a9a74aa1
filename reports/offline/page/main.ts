import type {Facts} from "../facts.ts";
import {standing} from "./element.ts";
import {openEngine} from "./engine-line.ts";
import {examineFile} from "./examination.ts";
import {packed} from "./packed.ts";
import {resultSection} from "./result.ts";
import {spokenResult} from "./words.ts";

const {keys} = JSON.parse(standing("stand").textContent) as Facts;
const engine = openEngine(packed.open(standing("pruefwerk").textContent));
const [status, results, chosen, place] = [standing("status"), standing("ergebnis"), standing("datei") as HTMLInputElement, standing("ablage")];
const sections = new Map<string, HTMLElement>();
let number = 0;

/** A file that is checked again takes the place of its earlier result. */
const show = (name: string, section: HTMLElement) => {
  const before = sections.get(name);
  if (before === undefined) results.append(section);
  else before.replaceWith(section);
  sections.set(name, section);
};
const checkAll = async (files: readonly File[]) => {
  const said: string[] = [];
  const made: HTMLElement[] = [];
  results.setAttribute("aria-busy", "true");
  for (const [i, file] of files.entries()) {
    status.textContent = `Datei ${i + 1} von ${files.length} wird geprüft: ${file.name}`;
    const examined = await examineFile(file, engine, keys);
    const section = resultSection(examined, ++number);
    show(file.name, section);
    made.push(section);
    said.push(spokenResult(examined.shown));
  }
  results.removeAttribute("aria-busy");
  status.textContent = said.join(" ");
  made[0]?.querySelector("h2")?.focus();
};

let busy: Promise<unknown> = Promise.resolve();
const take = (files: readonly File[]) => {
  if (files.length === 0 || button.disabled) return;
  busy = busy
    .then(() => checkAll(files))
    .catch(() => {
      status.textContent = "Die Prüfung wurde unterbrochen. Bitte die Seite neu laden und die Datei noch einmal wählen.";
    });
};

const [button, tooOld] = [standing("auswaehlen") as HTMLButtonElement, standing("zu-alt")];
/** Starts the engine before anybody waits for it; where it cannot start, no file may seem to be at fault. */
engine.ask({task: "refuse", name: "", keys, reason: ""}).then((answer) => {
  const broken = "ended" in answer && answer.ended === "crash";
  tooOld.hidden = !broken;
  button.disabled = broken;
});

button.addEventListener("click", () => chosen.click());
chosen.addEventListener("change", () => {
  take([...(chosen.files ?? [])]);
  chosen.value = "";
});
const over = (is: boolean) => (event: DragEvent) => {
  event.preventDefault();
  place.classList.toggle("over", is);
};
// Files dropped beside the field would otherwise replace the page.
document.addEventListener("dragover", over(true));
document.addEventListener("dragleave", over(false));
document.addEventListener("drop", (event) => {
  over(false)(event);
  take([...(event.dataTransfer?.files ?? [])]);
});
