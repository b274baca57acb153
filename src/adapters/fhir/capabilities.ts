import type { AdapterErrorCode } from '../../adapter/errors.js';
import { listAt, textAt } from './json.js';

/** What one can do with a type of resource, in the words of a CapabilityStatement. */
export type Interaction = 'read' | 'search-type' | 'create' | 'update';

export interface Capabilities {
  /** Why one of these cannot be done, each `Type.interaction`; undefined where all of them can. */
  lack(...needs: readonly `${string}.${Interaction}`[]): AdapterErrorCode | undefined;
  /** Whether the session was granted to do something, also of a type that the server does not speak of. */
  mayDo(type: string, interaction: Interaction): boolean;
  readonly batch: boolean;
  readonly transaction: boolean;
  /** Whether messages can be created on the condition that they are not there. */
  readonly conditionalCreate: boolean;
  /** Whether a search for conversations brings who has them. */
  readonly bringsTasks: boolean;
  /** Whether a type has an operation, such as `book`. */
  does(type: string, operation: string): boolean;
}

/** What a server must be known for, to be less than it says. A profile only ever takes away. */
export type FhirProfile = 'generic' | 'medplum' | 'oracle' | 'canvas';

/** Oracle takes no text and has no messages for patients; Canvas changes what was written and ends it at once. */
const NOT_WRITTEN: ReadonlySet<FhirProfile> = new Set(['oracle', 'canvas']);

// What a SMART scope allows: `r` of version 2, or `read` of version 1.
const LETTERS: Readonly<Record<Interaction, RegExp>> = {
  read: /^(\*|read|c?r.*)$/,
  'search-type': /^(\*|read|c?r?u?d?s)$/,
  create: /^(\*|write|c.*)$/,
  update: /^(\*|write|c?r?u.*)$/,
};

/** What a server says it can do and this session may: advertised, granted, and not taken away by its profile. */
export function capabilitiesOf(statement: unknown, scope: string | undefined, profile: FhirProfile): Capabilities {
  const rest = listAt(statement, 'rest')[0];
  const resources = new Map(listAt(rest, 'resource').map((resource) => [textAt(resource, 'type'), resource]));
  const has = (value: unknown, code: string): boolean =>
    listAt(value, 'interaction').some((interaction) => textAt(interaction, 'code') === code);
  const granted = [...(scope ?? '').matchAll(/(?:^|\s)(?:patient|user|system)\/(\*|\w+)\.(\*|read|write|[cruds]+)/g)];
  const mayDo = (type: string, interaction: Interaction): boolean =>
    scope === undefined ||
    granted.some(([, of, letters]) => (of === '*' || of === type) && LETTERS[interaction].test(letters!));

  return {
    lack(...needs) {
      for (const need of needs) {
        const [type, interaction] = need.split('.') as [string, Interaction];
        const isWrite = interaction === 'create' || interaction === 'update';
        if (isWrite && NOT_WRITTEN.has(profile)) return 'unsupported';
        const resource = resources.get(type);
        if (!has(resource, interaction)) return 'unsupported';
        // Without versions one writes over what others wrote.
        if (interaction === 'update' && !/^versioned/.test(textAt(resource, 'versioning') ?? '')) return 'unsupported';
        if (!mayDo(type, interaction)) return 'forbidden';
      }
      return undefined;
    },
    mayDo,
    does: (type, operation) =>
      listAt(resources.get(type), 'operation').some((each) => textAt(each, 'name')?.replace('$', '') === operation),
    batch: has(rest, 'batch') || has(rest, 'transaction'),
    transaction: has(rest, 'transaction'),
    bringsTasks: listAt(resources.get('Communication'), 'searchRevInclude').includes('Task:focus'),
    conditionalCreate: (resources.get('Communication') as { conditionalCreate?: unknown } | undefined)?.conditionalCreate === true,
  };
}
