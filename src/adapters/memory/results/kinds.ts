import type { Release, ReleasePreferences, ResultKindId } from '../../../model/release.js';

type Kind = ReleasePreferences['kinds'][number];

const kind = (id: string, label: string, explanation: string, release: Release): Kind => ({
  id: id as ResultKindId,
  label,
  explanation,
  release,
});

/** The kinds of results on Alder Street, each with when the practice shows them to who has not chosen. */
export const RESULT_KINDS: readonly Kind[] = [
  kind('blood', 'Blood and urine', 'Everything a lab finds in blood or urine', 'at-once'),
  kind('pictures', 'X-rays and other pictures', 'X-ray, ultrasound, CT and MRI', 'until-opened'),
  kind('tissue', 'Skin and tissue', 'A sample of skin or tissue', 'until-comment'),
  kind('visit', 'Measured at a visit', 'Blood pressure, weight and the like', 'at-once'),
];
