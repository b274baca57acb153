import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { initials } from '../../src/primitives/monogram.js';

describe('the letters that stand for a name', () => {
  const names: readonly (readonly [name: string, letters: string])[] = [
    ['Sam Okafor', 'SO'],
    ['Dr. Grace Lee', 'GL'],
    ['Prof. Dr. Maria del Carmen Ruiz', 'MR'],
    ['Dr.', 'D'],
    ['Cher', 'C'],
    ["O'Brien-Ñuñez", 'O'],
    ['  ana   morales ', 'AM'],
    ['Émile Zola', 'ÉZ'],
    ['Émile'.normalize('NFD'), 'É'],
    ['ليلى حداد', 'لح'],
    ['王小明', '王'],
    ['ẞophie', 'ẞ'],
    ['null', 'N'],
    ['__proto__', 'P'],
    ['', ''],
    ['   ', ''],
    ['🙂', ''],
    ['🙂 Sam', 'S'],
    ['\u202eeel ecarg', 'EE'],
    [`Z${'\u0315'.repeat(30)}algo`, 'Z\u0315\u0315'],
    ['x'.repeat(500), 'X'],
  ];
  for (const [name, letters] of names) {
    it(`I08 are ${JSON.stringify(letters)} for ${JSON.stringify(name.slice(0, 24))}`, () => assert.equal(initials(name), letters));
  }
});
