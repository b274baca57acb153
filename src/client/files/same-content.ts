/** Whether two files hold the same bytes. Compared, not hashed: exact, and possible on pages without `crypto.subtle`. */
export async function sameContent(one: Blob, other: Blob): Promise<boolean> {
  if (one.size !== other.size) return false;
  const [left, right] = await Promise.all([bytesOf(one), bytesOf(other)]);
  return left.every((byte, index) => byte === right[index]);
}

/** What is in a file. Rejects where it is gone from the device. */
export async function bytesOf(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.arrayBuffer());
}
