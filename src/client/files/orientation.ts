const TAG = 0x0112;
const SHORT = 3;

/**
 * An Exif block that says which way up a picture is, and nothing else: not where, when or with what it was taken, and no
 * small copy from before it was cropped. Undefined where the block says nothing of that, or cannot be read.
 * Never longer than the block it replaces.
 */
export function onlyOrientation(exif: Uint8Array): Uint8Array | undefined {
  const turned = orientation(exif);
  if (!turned) return undefined;
  const block = new DataView(new ArrayBuffer(26));
  block.setUint32(0, 0x4d4d002a);
  block.setUint32(4, 8);
  block.setUint16(8, 1);
  block.setUint16(10, TAG);
  block.setUint16(12, SHORT);
  block.setUint32(14, 1);
  block.setUint16(18, turned);
  return new Uint8Array(block.buffer, 0, Math.min(26, exif.length));
}

/** 2 to 8, as Exif counts; undefined for upright, too. */
function orientation(exif: Uint8Array): number | undefined {
  if (exif.length < 8) return undefined;
  const view = new DataView(exif.buffer, exif.byteOffset, exif.length);
  const order = view.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return undefined;
  const little = order === 0x4949;
  const start = view.getUint32(4, little);
  if (start + 2 > exif.length) return undefined;
  const entries = view.getUint16(start, little);
  for (let at = start + 2, left = entries; left > 0 && at + 12 <= exif.length; at += 12, left--) {
    if (view.getUint16(at, little) !== TAG) continue;
    const long = view.getUint16(at + 2, little) !== SHORT;
    const value = long ? view.getUint32(at + 8, little) : view.getUint16(at + 8, little);
    return value >= 2 && value <= 8 ? value : undefined;
  }
  return undefined;
}
