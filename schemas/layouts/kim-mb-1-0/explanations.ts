import type {Table} from "../layout.ts";

export const T13: Table = {
  id: "T13",
  sheet: "13_Erlaeuterungen",
  title: "Erläuterungen zu Warnungen und k. A.",
  kind: "list",
  headerRow: 5,
  totalRow: 6,
  rows: [7, 66],
  rowKey: "Zeile",
  columns: [
    {letter: "A", title: "Regel", field: "regel_id", status: "conditional", condition: "je Warnung"},
    {letter: "B", title: "Fundstelle", field: "fundstelle", status: "conditional", condition: "je Warnung"},
    {letter: "C", title: "Erläuterung", field: "erlaeuterung", status: "conditional", condition: "je Warnung"},
  ],
};
