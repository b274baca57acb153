import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { safeUrl } from '../../src/primitives/safe-url.js';

const PAGE = 'https://alder-street.example/contact/';

describe('addresses that may be followed', () => {
  const follow: readonly (readonly [address: string, href: string])[] = [
    ['https://maps.example/alder', 'https://maps.example/alder'],
    ['mailto:ana@alder-street.example', 'mailto:ana@alder-street.example'],
    ['tel:+12065550142', 'tel:+12065550142'],
    ['/forms/school', 'https://alder-street.example/forms/school'],
    ['forms/school', 'https://alder-street.example/contact/forms/school'],
    ['#top', 'https://alder-street.example/contact/#top'],
    ['http://localhost:3000/x', 'http://localhost:3000/x'],
    ['http://127.0.0.1/x', 'http://127.0.0.1/x'],
    ['http://[::1]:80/x', 'http://[::1]/x'],
    // Shown as what it is: nobody takes it for apple.example.
    ['https://аpple.example/', 'https://xn--pple-43d.example/'],
  ];
  for (const [address, href] of follow) {
    it(`I02 follows ${address}`, () => assert.equal(safeUrl(address, PAGE), href));
  }

  it('follows plain http on a page that is plain http itself, and nowhere else', () => {
    assert.equal(safeUrl('/forms', 'http://clinic.example/'), 'http://clinic.example/forms');
    assert.equal(safeUrl('http://clinic.example/forms', PAGE), undefined);
  });
});

describe('addresses that stay text', () => {
  const spellings = [
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    '\u0000javascript:alert(1)',
    '\u0001javascript:alert(1)',
    'java\nscript:alert(1)',
    'java\tscript:alert(1)',
    'java\r\nscript:alert(1)',
    'javascript\t:alert(1)',
    'javascript://https://x%0aalert(1)',
    'jAvAsCrIpT:/*https://*/alert(1)',
    'javascript:https://alder-street.example/',
    'vbscript:msgbox(1)',
    'livescript:x',
    'view-source:javascript:alert(1)',
    'feed:javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'data:text/html;base64,PHNjcmlwdD4=',
    'blob:https://alder-street.example/1234',
    'file:///etc/passwd',
    'filesystem:https://alder-street.example/x',
    'ftp://alder-street.example/',
    'ws://alder-street.example/',
    'intent://x#Intent;scheme=https;end',
    'about:blank',
    'http://evil.example/',
    'http://localhost.evil.example/',
    'http://127.0.0.1.evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    '\\\\evil.example/',
    '/\t/evil.example/',
    'https://bank@evil.example/',
    'https://bank:pin@evil.example/',
    'https://alder-street.example@evil.example/',
    'https://evil.example/\u202efdp.exe',
    'https://\u2066alder-street.example\u2069.evil.example/',
    'https://',
    'https://[',
  ];
  for (const address of spellings) {
    it(`I02 does not follow ${JSON.stringify(address)}`, () => assert.equal(safeUrl(address, PAGE), undefined));
  }

  it('I02 takes what only looks like a scheme for a place on this page’s own site', () => {
    const href = 'https://alder-street.example/contact/javascript&colon;alert(1)';
    assert.equal(safeUrl('javascript&colon;alert(1)', PAGE), href);
  });

  it('follows nothing from a page that has no origin', () => {
    assert.equal(safeUrl('/x', 'about:srcdoc'), undefined);
    assert.equal(safeUrl('data:,x', 'data:,page'), undefined);
    assert.equal(safeUrl('file:///x', 'file:///page'), undefined);
  });
});
