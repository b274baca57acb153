import { existsSync, readFileSync } from 'node:fs';
import { PAGE, promises } from '../promises.mjs';

/** The page of promises is what the tests' titles say now, and every id they name has words. */
export default function check() {
  const { page, unknown } = promises();
  const isFresh = existsSync(PAGE) && readFileSync(PAGE, 'utf8') === page;
  return [
    ...(isFresh ? [] : [`${PAGE} is out of date: npm run promises`]),
    ...unknown.map((id) => `a test names ${id}, which test/tools/promises.json does not know`),
  ];
}
