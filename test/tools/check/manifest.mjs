import { readFileSync } from 'node:fs';
import { bin, runQuietly } from '../run.mjs';
import { elementProblems } from './element-comment.mjs';

const FRESH = 'node_modules/.cache/manifest';

/** custom-elements.json is what the source says now, and each class comment names all that an element offers. */
export default async function manifest() {
  const config = 'test/config/custom-elements-manifest.config.mjs';
  const { ok, output } = await runQuietly(bin('cem'), ['analyze', '--config', config, '--outdir', FRESH]);
  if (!ok) return [output];
  const fresh = read(`${FRESH}/custom-elements.json`);
  const { modules } = JSON.parse(fresh);
  const all = modules.flatMap(({ path, declarations }) => declarations.map((declaration) => ({ path, ...declaration })));
  const elements = all.filter(isElement);
  const eventClasses = new Map(all.filter(isEvent).map((event) => [event.name, event]));
  return [
    ...(elements.length === 0 ? ['no element was found'] : []),
    ...(fresh === read('custom-elements.json') ? [] : ['custom-elements.json is out of date: npm run manifest']),
    ...elements.flatMap((element) => elementProblems(element, eventClasses)),
    ...[...eventClasses.values()].flatMap((event) => eventProblems(event, elements, eventClasses)),
  ];
}

const isElement = ({ tagName }) => Boolean(tagName);
const isEvent = ({ tagName, superclass }) => !tagName && /Event$/.test(superclass?.name ?? '');

function eventProblems({ name, description }, elements, eventClasses) {
  const isFired = elements.some(({ events = [] }) => events.some(({ type }) => type?.text === name));
  const isBase = [...eventClasses.values()].some(({ superclass }) => superclass.name === name);
  return [
    ...(description ? [] : [`${name}: the event class has no comment`]),
    ...(isFired || isBase ? [] : [`${name}: no element has it as @fires {${name}}`]),
  ];
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
