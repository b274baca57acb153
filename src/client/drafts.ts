/** Keeps what someone is typing while components come and go. In this page's memory only: nothing on the device. */
export interface Drafts {
  get(place: string): string;
  /** An empty text forgets the draft. */
  set(place: string, text: string): void;
}

export function createDrafts(): Drafts {
  const texts = new Map<string, string>();
  return {
    get: (place) => texts.get(place) ?? '',
    set(place, text) {
      if (text === '') texts.delete(place);
      else texts.set(place, text);
    },
  };
}
