/** The language that applies to an element: the nearest `lang`, through shadow roots, then the page's, then English. */
export function closestLang(element: Element): string {
  for (let node: Element | undefined = element; node; ) {
    const marked: Element | null = node.closest('[lang]');
    const lang = marked?.getAttribute('lang');
    if (lang) return validLang(lang);
    const root: Node = node.getRootNode();
    node = root instanceof ShadowRoot ? root.host : undefined;
  }
  return validLang(document.documentElement.lang || 'en');
}

/** A page may say anything in `lang`; Intl throws at what is no language tag. */
function validLang(lang: string): string {
  try {
    return Intl.getCanonicalLocales(lang)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
