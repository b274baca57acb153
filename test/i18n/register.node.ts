import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { registerLocale, wordsFor } from '../../src/i18n/register.js';

const english = { send: 'Send', left: (count: number) => `${count} left` };

describe('the words of a language', () => {
  it('are English where nobody registered any', () => {
    assert.equal(wordsFor('test-none', english, 'xx'), english);
    assert.equal(wordsFor('test-none', english, 'constructor'), english);
  });

  it('I12 fall back word by word, so that none is ever missing', () => {
    registerLocale('de', { 'test-words': { send: 'Senden' } });
    const words = wordsFor('test-words', english, 'de');
    assert.equal(words.send, 'Senden');
    assert.equal(words.left(2), '2 left');
  });

  it('are the region’s own first, then the language’s', () => {
    registerLocale('es', { 'test-region': { send: 'Enviar', left: (count: number) => `Quedan ${count}` } });
    registerLocale('es-MX', { 'test-region': { send: 'Mandar' } });
    const words = wordsFor('test-region', english, 'es-mx');
    assert.equal(words.send, 'Mandar');
    assert.equal(words.left(3), 'Quedan 3');
    assert.equal(wordsFor('test-region', english, 'es-AR').send, 'Enviar');
  });

  it('of one section do not reach another', () => {
    registerLocale('fr', { 'test-here': { send: 'Envoyer' } });
    assert.equal(wordsFor('test-there', english, 'fr').send, 'Send');
  });
});
