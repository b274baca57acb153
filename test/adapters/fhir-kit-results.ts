import type { DiagnosticReport, Observation, Patient, Reference, Resource, ServiceRequest } from '@medplum/fhirtypes';

// What the kit wants of a patient: results that are open, of a kind, with measurements in codes, one of them with a file and
// one dated in part; and of a parent: children with a result.

const patient: Reference<Patient> = { reference: 'Patient/sam-okafor', display: 'Sam Okafor' };
const doctor = { reference: 'Practitioner/grace-lee', display: 'Dr. Grace Lee' };
const order: ServiceRequest = { resourceType: 'ServiceRequest', id: 'order', status: 'completed', intent: 'order', subject: patient, requester: doctor };
const CATEGORIES = 'http://terminology.hl7.org/CodeSystem/v2-0074';
const coded = (system: string, code: string, display: string) => ({ coding: [{ system, code, display }], text: display });

function measured(id: string, day: string, value: number, [code, name]: readonly [string, string]): Observation {
  return {
    resourceType: 'Observation',
    id,
    status: 'final',
    category: [coded('http://terminology.hl7.org/CodeSystem/observation-category', 'laboratory', 'Laboratory')],
    code: coded('http://loinc.org', code, name),
    subject: patient,
    effectiveDateTime: day,
    valueQuantity: { value, unit: 'U/L', system: 'http://unitsofmeasure.org', code: 'U/L' },
    referenceRange: [{ low: { value: 7, unit: 'U/L' }, high: { value: 56, unit: 'U/L' } }],
  };
}

function report(id: string, day: string, name: string, results: readonly Observation[], more: Partial<DiagnosticReport> = {}): DiagnosticReport {
  return {
    resourceType: 'DiagnosticReport',
    id,
    status: 'final',
    category: [coded(CATEGORIES, 'CH', 'Chemistry')],
    code: { text: name },
    subject: patient,
    effectiveDateTime: day,
    issued: day,
    basedOn: [{ reference: 'ServiceRequest/order' }],
    resultsInterpreter: [doctor],
    result: results.map((each) => ({ reference: `Observation/${each.id}` })),
    ...more,
  };
}

const ALT = ['1742-6', 'ALT'] as const;
const AST = ['1920-8', 'AST'] as const;

/** Sam's results. */
export function kitResults(): Resource[] {
  const liver = ['2026-05-18T09:00:00-07:00', '2026-08-17T09:00:00-07:00', '2026-11-18T09:00:00-08:00'].map((day, place) => {
    const parts = [measured(`alt-${place}`, day, 40 + place, ALT), measured(`ast-${place}`, day, 30 + place, AST)];
    return [...parts, report(`liver-${place}`, day, 'Liver test', parts)];
  });
  const chest = report('chest', '2026-10-02T11:30:00-07:00', 'Chest x-ray', [], {
    category: [coded(CATEGORIES, 'RAD', 'Radiology')],
    presentedForm: [{ contentType: 'application/pdf', title: 'Chest x-ray report.pdf', data: btoa('%PDF-1.4 nothing') }],
  });
  const early = measured('alt-early', '2025-03', 38, ALT);
  const children = ['maya-delgado', 'leo-delgado'].map((id): Observation => ({
    ...measured(`iron-${id}`, '2026-09-02', 20, ['2498-4', 'Iron']),
    subject: { reference: `Patient/${id}` },
  }));
  return [order, ...liver.flat(), chest, early, ...children];
}
