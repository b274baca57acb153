import type { Observation } from '@medplum/fhirtypes';
import { AMY } from './fhir-results-bench.js';

/** An observation of Amy's that is in no report. */
export const observation = (id: string, parts: object): Observation => ({
  resourceType: 'Observation',
  id,
  meta: { versionId: '1' },
  status: 'final',
  category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' }], text: 'Laboratory' }],
  code: { coding: [{ system: 'http://loinc.org', code: `9-${id}` }], text: `Test ${id}` },
  subject: { reference: AMY },
  effectiveDateTime: '2026-11-02',
  ...parts,
});

/** An observation with each of FHIR's eleven types of value, and one with none and a reason. */
export const everyValue = (): Observation[] =>
  Object.entries({
    valueQuantity: { value: 5.6, comparator: '<', unit: 'mg/dL' },
    valueCodeableConcept: { coding: [{ code: '10828004', display: 'Positive' }] },
    valueString: 'No growth after 48 hours',
    valueBoolean: true,
    valueInteger: 12,
    valueRange: { low: { value: 3, unit: 'mm' }, high: { value: 5, unit: 'mm' } },
    valueRatio: { numerator: { value: 1 }, denominator: { value: 64 } },
    valueSampledData: { origin: { value: 2048 }, period: 10, factor: 1.612, dimensions: 1, data: '2041 2043 2037' },
    valueTime: '14:30:00',
    valueDateTime: '2026-03',
    valuePeriod: { start: '2026-03-01', end: '2026-03-04' },
    dataAbsentReason: { coding: [{ code: 'not-performed' }] },
  }).map(([name, value]) =>
    observation(`every-${name.toLowerCase()}`, {
      [name]: value,
      interpretation: [{ coding: [{ code: 'H', display: 'High' }] }],
      referenceRange: [{ low: { value: 1 }, high: { value: 4 }, appliesTo: [{ text: 'women' }] }],
      note: [{ text: 'Looked at twice' }],
    }),
  );
