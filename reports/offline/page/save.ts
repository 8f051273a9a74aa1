import type {Annotated} from "../talk.ts";
import {element} from "./element.ts";

const save = ({name, bytes}: Annotated) => {
  const address = URL.createObjectURL(
    new Blob([bytes as Uint8Array<ArrayBuffer>], {type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}),
  );
  const link = element("a", {href: address, download: name});
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has taken the bytes long before.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};
const said = (made: Annotated | null) =>
  made === null
    ? "Diese Datei lässt sich nicht beschriften."
    : made.copied
      ? `Gespeichert als ${made.name}. Die Datei selbst lässt sich nicht beschriften; es ist eine Abschrift ihrer Werte.`
      : `Gespeichert als ${made.name} (im Ordner der Downloads). Die Kommentare stehen in den Zellen, das erste Blatt führt zu ihnen.`;

/** Writes the findings into the sender's own workbook and hands it over as a download. */
export const saveButton = (annotated: () => Promise<Annotated | null>): HTMLElement => {
  const button = element("button", {type: "button", class: "button"}, "Datei mit Kommentaren speichern");
  const word = element("span", {class: "saved", role: "status"});
  button.addEventListener("click", async () => {
    const made = await annotated();
    if (made !== null) save(made);
    word.textContent = said(made);
  });
  return element("p", {class: "save"}, button, " ", word);
};
