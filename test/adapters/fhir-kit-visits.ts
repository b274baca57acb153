import type { Resource } from '@medplum/fhirtypes';
import { scheduleRecords, visitRecords } from '../../demo/fhir/visit-records.js';
import { demoPractice } from '../support/reference-server.js';

const { practices } = await demoPractice();
const entry = practices[0]!;
const now = Date.now();
const schedule = scheduleRecords(entry, now);

/** The demo's times from today on, and Sam's visits among them, as the conformance kit asks for them. */
export const kitVisits = (): readonly Resource[] => [...schedule, ...visitRecords(entry, schedule, now)];
