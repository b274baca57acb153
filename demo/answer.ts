// What the link opens stands behind the #. It goes to the page's own server when somebody presses the button and not
// before, for mail programs look at links too; and it leaves the address at once.
const field = document.querySelector<HTMLInputElement>('[name=link]');
if (field && location.hash !== '#used') {
  field.value = location.hash.slice(1);
  history.replaceState(null, '', location.pathname);
}
