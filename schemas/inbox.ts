/** What lies in an inbox and is no return. It is left where it is and named with its reason (German); nothing of it is deleted or opened. */
type NoReturn = {readonly reason: string; readonly names: readonly RegExp[]};

/** Folders that are not looked into. Compared in NFC; case does not matter. */
const foreignFolders: readonly NoReturn[] = [
  {
    reason: "Papierkorb",
    names: [
      /^\.trash(?:es|-.*)?$/i,
      /^\$recycle\.bin$/i,
      /^recycle[rd]$/i,
      /^[#@]recycle$/i,
      /^network trash folder$/i,
      /^(?:papierkorb|trash)$/i,
      /^lost\+found$/i,
    ],
  },
  {
    reason: "Ordner eines Betriebssystems oder Netzlaufwerks",
    names: [
      /^system volume information$/i,
      /^@(?:eadir|tmp|sharesnap|recently-snapshot|synoeastream)$/i,
      /^(?:#|~|\.)?snapshots?$/i,
      /^(?:dfsrprivate|thevolumesettingsfolder|temporary items|desktop folder|resource\.frk)$/i,
    ],
  },
  {reason: "Beiwerk eines auf dem Mac gepackten Archivs", names: [/^__macosx$/i]},
  {
    reason: "ältere Stände eines Abgleichprogramms",
    names: [/^\.?st(?:versions|folder|ignore)$/i, /^\.(?:sync|dropbox.*|owncloud.*|nextcloud.*|tmp\.drive.*)$/i],
  },
  {reason: "Übertragung noch nicht beendet", names: [/^(?:\.~tmp~|\.rsync-partial|~rsync)$/i]},
  {reason: "verborgener Ordner", names: [/^\./]},
];

const foreignFiles: readonly NoReturn[] = [
  {reason: "Sperrdatei: Die Mappe ist noch geöffnet", names: [/^~\$/, /^\.~lock\..*#$/i, /\.(?:lock|lck|laccdb)$/i]},
  {
    reason: "Übertragung oder Speichern noch nicht beendet",
    names: [
      /\.(?:part|partial|filepart|crdownload|download|opdownload|tmp|temp|upload|uploading|incomplete|inprogress|aria2|!ut|bc!)$/i,
      /\.(?:part|tmp|swp|swx|swo)[\d~]*$/i,
      /^[~.]?syncthing~/i,
      /^\.nfs[\da-f]+$/i,
      /^\.smbdelete/i,
      /^\.fuse_hidden/i,
    ],
  },
  {
    reason: "Zwischendatei von Excel (acht Zeichen, keine Endung); eine Meldung bitte mit der Endung .xlsx ablegen",
    names: [/^[\da-f]{8}$/i],
  },
  {
    reason: "Konfliktkopie eines Abgleichprogramms; bitte klären, welche Fassung gilt, und diese unter einem anderen Namen ablegen",
    names: [/\.sync-conflict-\d{8}-\d{6}/i, /\((?:.*\s)?conflicted copy(?:\s.*)?\)/i, /\(.*in konflikt stehende kopie.*\)/i, /_conflict-\d{8}-\d{6}/i],
  },
  {
    reason: "Sicherungskopie eines Programms",
    names: [/~$/, /^#.*#$/, /\.(?:bak|backup|old|orig|xlk|xar|asd|wbk)$/i, /^(?:backup of|sicherungskopie von) /i],
  },
  {reason: "Verknüpfung, nicht die Datei selbst", names: [/\.(?:lnk|url|webloc|desktop|symlink|appref-ms)$/i]},
  {
    reason: "Beiwerk eines Betriebssystems",
    names: [
      /^(?:thumbs|ehthumbs|ehthumbs_vista)\.db(?:[:-].*)?$/i,
      /^(?:desktop|folder|autorun)\.in[if]$/i,
      /^icon\r?$/i,
      /[:_\uf03a]zone\.identifier(?::\$data)?$/i,
      /:(?:afp_\w+|com\.apple\..*|\$data|smartscreen|encryptable)$/i,
      /@synoeastream$/i,
      /@synoresource$/i,
    ],
  },
  {reason: "Begleittext, keine Meldung", names: [/\.(?:md|json)$/i]},
  {reason: "Bewilligungen; sie werden mit ./kim approvals import übernommen", names: [/^approvals\.csv$/i]},
  {reason: "verborgene Datei", names: [/^\./]},
];

const reasonOf = (list: readonly NoReturn[], name: string): string | null => {
  const composed = name.normalize("NFC");
  return list.find(({names}) => names.some((each) => each.test(composed)))?.reason ?? null;
};
/** Why a file of this name is no return; null: it may be one. A wrong format is a return too, with a finding. */
export const foreignFile = (name: string): string | null => reasonOf(foreignFiles, name);
/** Why a folder of this name is not looked into; null: it is. */
export const foreignFolder = (name: string): string | null => reasonOf(foreignFolders, name);

/** The file beside a return that says when it came: `{"received": "2025-07-22T09:14:00+02:00"}`. */
export const sidecarEnding = ".eingang.json";

/** Times in milliseconds. `still`: apart are two looks at a file between which nothing may have changed. `torn`: so long waits what is not ended and does not change any more; then it is taken for what it is, damaged. `named`: so long something waits before people are asked to look after it. */
export type Patience = {readonly still: number; readonly torn: number; readonly named: number};
export const inboxPatience: Patience = {still: 2_000, torn: 30 * 60_000, named: 30 * 60_000};
/** For files that are complete before anybody looks: those the caller has written himself. */
export const noPatience: Patience = {still: 0, torn: 0, named: 30 * 60_000};

/** A run that has done nothing to its files for so long is over, whatever the process of its number does now. No file takes that long. */
export const claimForgotten = 10 * 60_000;
