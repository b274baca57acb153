import type { ReactiveController } from 'lit';
import { closestLang } from '../i18n/closest-lang.js';
import { type Words, wordsFor } from '../i18n/register.js';
import type { ElementHost } from './client-controller.js';

/** The words of one element, in the language of where it stands. Looked up at each update. */
export class LocalizeController<T extends Words> implements ReactiveController {
  readonly #host: ElementHost;
  readonly #section: string;
  readonly #english: T;
  #lang = 'en';
  #words: T;

  constructor(host: ElementHost, section: string, english: T) {
    this.#host = host;
    this.#section = section;
    this.#english = this.#words = english;
    host.addController(this);
  }

  /** A language tag that Intl takes. */
  get lang(): string {
    return this.#lang;
  }

  get words(): T {
    return this.#words;
  }

  hostUpdate(): void {
    this.#lang = closestLang(this.#host);
    this.#words = wordsFor(this.#section, this.#english, this.#lang);
  }
}
