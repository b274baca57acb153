import type { ScenarioFile } from './scenario-result.js';

// Small, and real: every viewer opens them.

/** A page of a letter with some lines of plain text (PDF 1.4, ISO 32000-1, 7.5). */
function pdfOf(...lines: readonly string[]): ScenarioFile {
  const words = lines.map((line) => `(${line.replace(/[\\()]/g, '\\$&')}) Tj T*`).join('\n');
  const stream = `BT /F1 12 Tf 16 TL 72 720 Td\n${words}\nET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  text += `${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return { type: 'application/pdf', bytes: new TextEncoder().encode(text) };
}

/** The report of Sam's chest x-ray. */
export const chestReport = pdfOf(
  'Harbor Imaging',
  'Chest x-ray, two views',
  '',
  'Findings: The lungs are clear. The heart is of normal size.',
  'Impression: No sign of pneumonia.',
);

/** What the lab wrote of Sam's urine culture. */
export const cultureReport = pdfOf('Puget Lab', 'Urine culture', '', 'No growth after 48 hours.');

/** The report of Leo's wrist. */
export const wristReport = pdfOf(
  'Harbor Imaging',
  'X-ray of the left wrist',
  '',
  'Findings: A small buckle fracture of the radius. The growth plate is not hurt.',
  'Impression: A stable fracture that heals in a splint.',
);

const PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAADAAAAAwCAAAAAByaaZbAAAA2ElEQVR42rXUSw3EIBSF4cqoJAQgAAEVgIAKqAAEIAABCEDULJpJerjPydC7O8n' +
  '9tv+2Py6X1kdvJQe6vretAZEuFhzX8wWXCs5IlwAqgOoEFUB9BSS6FNABdA0keEk+0AF0A5z3y5XoksEAMHzgoEsCDUAzQISX+AooAIoTNABNAx' +
  'lAdoOS6WJBgJfwAtjx5Rcgh2kVkEuGwFEyHiglm4FZMhZoYVoF5JJxQC0ZAkfJKDBKNgG7ZAzQSyYAuWQEWCVD4AjT38AsGQu0kk3ALhkPlJI' +
  'hcITpAwv+zF/X1Y0dAAAAAElFTkSuQmCC';

/** Leo's wrist, seen from afar. */
export const wristPicture: ScenarioFile = {
  type: 'image/png',
  bytes: Uint8Array.from(atob(PICTURE), (sign) => sign.charCodeAt(0)),
};
