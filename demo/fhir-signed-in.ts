import { reportSignIn } from 'carethread/smart';

if (!(await reportSignIn())) {
  document.querySelector('[role=status]')!.textContent =
    'Our page is not open any more, so you are not signed in. Close this window and open our page again.';
}
