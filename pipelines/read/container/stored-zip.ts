const encoder = new TextEncoder();

const header = (signature: number, size: number, fields: (view: DataView) => void): Uint8Array => {
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature, true);
  fields(view);
  return bytes;
};
/** The pieces one after the other. */
export const concatenated = (pieces: readonly Uint8Array[]) => {
  const all = new Uint8Array(pieces.reduce((sum, {length}) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
};

/** A container of parts that are unpacked already: the workbook library then reads what was counted and nothing else. It checks no CRC, so none is written. */
export const storedZip = (parts: ReadonlyMap<string, Uint8Array>): Uint8Array => {
  const files: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [path, data] of parts) {
    const name = encoder.encode(path);
    const local = header(0x04034b50, 30, (view) => {
      view.setUint16(4, 20, true);
      view.setUint32(18, data.length, true);
      view.setUint32(22, data.length, true);
      view.setUint16(26, name.length, true);
    });
    directory.push(
      header(0x02014b50, 46, (view) => {
        view.setUint32(20, data.length, true);
        view.setUint32(24, data.length, true);
        view.setUint16(28, name.length, true);
        view.setUint32(42, offset, true);
      }),
      name,
    );
    files.push(local, name, data);
    offset += local.length + name.length + data.length;
  }
  const end = header(0x06054b50, 22, (view) => {
    view.setUint16(8, parts.size, true);
    view.setUint16(10, parts.size, true);
    view.setUint32(16, offset, true);
  });
  return concatenated([...files, ...directory, end]);
};
