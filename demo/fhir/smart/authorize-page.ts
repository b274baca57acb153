import type { Login } from './logins.js';

/** The page that asks who you are. `asked` is kept in the form, as the query of the page had it. */
export function authorizePage(logins: readonly Login[], asked: URLSearchParams): string {
  const kept = [...asked].map(([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}" />`);
  const buttons = logins.map(
    ({ user, name, title }) => `<button name="user" value="${escaped(user)}">${escaped(name)} (${escaped(title)})</button>`,
  );
  return `<!doctype html>
<html lang="en-US">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Sign in – the practice’s records</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="authorize/site.css" />
    <link rel="stylesheet" href="authorize/sign-in.css" />
  </head>
  <body>
    <main class="site sign-in">
      <p class="name">The practice’s records</p>
      <h1>Sign in</h1>
      <p>This is a demo, so there is no password. Choose who you are. The page that sent you here may then read and write
        what you may.</p>
      <form method="post" action="authorize">
        ${[...kept, ...buttons].join('\n        ')}
        <button name="user" value="">Nobody: go back</button>
      </form>
    </main>
  </body>
</html>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
