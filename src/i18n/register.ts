/** The words of one element: plain strings, and functions where a word depends on a value. */
export type Words = Readonly<Record<string, unknown>>;

/**
 * Words of one language, by the section that uses them: `common`, `contact-form`, `inbox`, `thread`, `composer`. What a
 * language lacks is said in English.
 */
export type Locale = Readonly<Record<string, Words>>;

const locales = new Map<string, Locale>();

/** Makes a language known. Elements that are on the page show it from their next update on. */
export function registerLocale(lang: string, locale: Locale): void {
  locales.set(lang.toLowerCase(), locale);
}

/** The words of a section in a language, its region's own first: `es-MX`, then `es`, then English, word by word. */
export function wordsFor<T extends Words>(section: string, english: T, lang: string): T {
  const region = lang.toLowerCase();
  const found = [region.split('-')[0]!, region].map((name) => locales.get(name)?.[section]).filter(Boolean);
  return found.length === 0 ? english : (Object.assign({}, english, ...found) as T);
}
