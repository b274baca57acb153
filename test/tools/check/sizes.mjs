import { measure } from '../measure.mjs';

/** No block weighs more than test/sizes.json allows. */
export default async function sizes() {
  return (await measure()).flatMap(({ name, bytes, limit }) => {
    if (bytes === undefined) return [`${name}: an entry in test/sizes.json does not exist`];
    return bytes > limit ? [`${name}: ${bytes} bytes after brotli, ${bytes - limit} more than the limit`] : [];
  });
}
