import {code, count, halfYear, text} from "./field.ts";

/** Figures and answers of 09_Systemluecken. */
export const gapFields = {
  titel: text({label: "Kurztitel der Systemlücke", definition: "Ein Satz ohne Personenbezug. Bei alten Lücken nicht umbenennen.", maxLength: 120, source: "S3"}),
  art: code({label: "Art der Systemlücke", definition: "Aus der Liste wählen.", list: "CL_LUECKE_ART", time: "stock", source: "S3"}),
  luecke_thema: code({label: "Handlungsfeld", definition: "Aus der Liste wählen.", list: "CL_THEMA", time: "stock", source: "S0,S1"}),
  rechtskreis: code({label: "Rechtskreis", definition: "Wo tritt die Lücke auf? Mehrere: 9 übergreifend.", list: "CL_RECHTSKREIS", time: "stock", source: "S0"}),
  quelle: code({label: "Systemlücke erkannt durch", definition: "Wer hat die Lücke zuerst gemeldet?", list: "CL_LUECKE_QUELLE", source: "S0,S3,S4"}),
  luecke_faelle: count({label: "Zugrunde liegende Fälle im Halbjahr", definition: "Fälle, in denen die Lücke in diesem Halbjahr auftrat. Nicht bekannt: k. A.", unit: "Fälle", time: "flow", source: "S0,S4"}),
  ebene: code({label: "Lösungsebene der Systemlücke", definition: "Wer kann die Lücke schließen?", list: "CL_EBENE", time: "stock", source: "S3,S4"}),
  status: code({label: "Status der Systemlücke", definition: "Bei alten Lücken den neuen Stand wählen; der alte steht in Spalte N.", list: "CL_LUECKE_STATUS", time: "stock", source: "S4,S3"}),
  periode_erst: halfYear({label: "Erstmals gemeldet", definition: "Zum Beispiel 2025-H1. Neue Lücken: das Berichtshalbjahr.", source: "V"}),
  periode_geloest: halfYear({label: "Gelöst im Halbjahr", definition: "Nur bei Status 6 gelöst.", source: "V"}),
  ergebnis: code({label: "Ergebnis der gelösten Systemlücke", definition: "Nur bei Status 6 gelöst: womit wurde die Lücke geschlossen?", list: "CL_ERGEBNIS", source: "S0"}),
};
