import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Later } from '../../src/elements/shared/later.js';

describe('a part that is fetched later', () => {
  it('is fetched once for all who ask meanwhile, and draws its host again', async () => {
    let [fetched, drawn] = [0, 0];
    const part = new Later({ requestUpdate: () => drawn++ }, async () => ++fetched);
    assert.equal(part.value, undefined);
    assert.deepEqual(await Promise.all([part.ask(), part.ask()]), [1, 1]);
    assert.deepEqual([part.known, fetched, drawn], [1, 1, 1]);
  });

  it('says that it cannot be had, is not asked for by drawing alone, and is had on the next try', async () => {
    let tries = 0;
    const part = new Later({ requestUpdate: () => {} }, async () => {
      if (++tries === 1) throw new TypeError('Failed to fetch');
      return 'there';
    });
    assert.equal(await part.ask(), undefined);
    assert.deepEqual([part.hasFailed, part.value, tries], [true, undefined, 1]);
    assert.equal(await part.ask(), 'there');
    assert.deepEqual([part.hasFailed, part.value], [false, 'there']);
  });
});
