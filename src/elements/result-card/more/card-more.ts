import { nothing, type ReactiveElement, type TemplateResult } from 'lit';
import type { Measurement } from '../../../model/measurement.js';
import type { Result } from '../../../model/result.js';
import type { ReaderView } from '../../shared/reader-view.js';
import type { Surroundings } from '../../shared/surroundings.js';
import type { Telling } from '../telling.js';

type Part = TemplateResult | typeof nothing;

/** What few results need or lies below the fold: history, files, reports of mistakes, and what a range means. */
export class CardMore {
  readonly #host: ReactiveElement;

  constructor(host: ReactiveElement, _: ReaderView<Surroundings>) {
    this.#host = host;
  }

  trend(_: Measurement, __: Telling): TemplateResult | undefined {
    return undefined;
  }

  overTime(_: Measurement, __: Telling): Part {
    return nothing;
  }

  files(_: Telling): Part {
    return nothing;
  }

  outside(): Part {
    return nothing;
  }

  corrections(_: Telling): Part {
    return nothing;
  }

  openReport(): void {
    this.#host.requestUpdate();
  }

  report(_: Telling, __: (result: Result) => void): Part {
    return nothing;
  }
}
