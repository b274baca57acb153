import type { VisitRequestEvent } from 'carethread';

/**
 * What was written in a form or a thread becomes the reason of a visit. The words go from the event into the field, and
 * into nothing else.
 */
export function takeVisitRequests(): void {
  const section = document.querySelector<HTMLElement>('#visit');
  const field = section?.querySelector('textarea');
  const note = section?.querySelector('[role=status]');
  if (!section || !field || !note) return;

  document.addEventListener('care-visit-request', (event: VisitRequestEvent) => {
    event.preventDefault();
    const text = event.readText().trim();
    // Somebody may have begun here already.
    field.value = [field.value.trim(), text].filter(Boolean).join('\n\n');
    note.textContent = text ? 'What you wrote is here. It is not sent yet.' : 'Tell us what the visit is about.';
    section.scrollIntoView();
    field.focus();
  });

  section.querySelector('form')?.addEventListener('submit', (event) => {
    event.preventDefault();
    note.textContent = 'This demo ends here: a real practice would call you. What you wrote is kept below.';
  });
}
