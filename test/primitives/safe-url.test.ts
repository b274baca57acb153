import { expect } from '@open-wc/testing';
import { safeUrl } from '../../src/primitives/safe-url.js';

const here = location.origin;
const right = ['/guest', 'guest?x=1', '#part', `${here}/a`, 'https://practice.example/', 'HTTPS://Practice.example',
  'tel:+12065550142', 'mailto:desk@practice.example', 'http://localhost:3000/', 'http://127.0.0.1/', 'https://xn--mnchen-3ya.example'];
const script = ['javascript:1', 'JaVaScRiPt:1', ' javascript:1', '\u0001javascript:1', 'java\nscript:1', 'java\tscript:1', 'javascript://practice.example/%0a1',
  'vbscript:1', 'livescript:1', 'view-source:javascript:1'];
const wrong = [...script, 'data:text/html,<script>1</script>', `blob:${here}/1`,
  'file:///etc/passwd', 'about:blank', 'ftp://practice.example', 'http://practice.example', 'http://localhost.evil.example/',
  'https://bank@evil.example', 'https://bank:x@evil.example', 'https://:x@evil.example', 'http://[', '', undefined];

describe('an address that a link may lead to', () => {
  it('I02 is one of the web, a phone or a letter, and stays as it stands', () => {
    for (const url of right) expect(safeUrl(url), url).to.equal(url);
  });

  it('I02 is never one that runs script, reads a file, or hides where it goes', () => {
    expect(wrong.length).to.be.greaterThan(18);
    for (const url of wrong) expect(safeUrl(url), url).to.equal(undefined);
  });
});
