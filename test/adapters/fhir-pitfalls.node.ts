import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Connection } from '../../src/adapter/adapter.js';
import { createFhirHttp, parseExactly } from '../../src/adapters/fhir/fhir-http.js';
import { nextLink } from '../../src/adapters/fhir/paging.js';
import { once, patiently } from '../../src/conformance/steps.js';
import type { ThreadId } from '../../src/model/id.js';
import { searchset, startOddServer } from './fhir-results-server.js';
import { AT, token, meta, metadata, head, line, withServer, lines, messagesOf, refused, transactionOf, draft } from './fhir-pitfalls-bench.js';

describe('a FHIR server that says one thing and does another', () => {
  it('takes no message for sent of which one part was refused, though the whole was answered with 200', () =>
    withServer(transactionOf('200', '404', '201'), async ({ sam }) => {
      await refused(sam.messages!.send(draft, once()), 'unknown-outcome');
    }));

  it('gives up on a thread that somebody else always changes first, and says which error it was', () =>
    withServer(transactionOf('412', '412', '412'), async ({ sam }) => {
      await refused(sam.messages!.send(draft, once()), 'stale');
    }));

  it('F03 writes once and is unsure, where what was done is not to be found', () =>
    withServer(transactionOf('200', '201', '201'), async ({ sam, asked }) => {
      await refused(sam.messages!.send(draft, once()), 'unknown-outcome');
      assert.equal(asked.filter(({ address }) => address === '/fhir').length, 1);
    }));

  it('F03 is unsure of a write that was lost behind the server, and of one that nothing is said of', async () => {
    const outcome = { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'timeout' }] };
    for (const status of [500, 504]) {
      await withServer(
        (address) => (address.pathname === '/fhir' ? { status, body: outcome } : undefined),
        async ({ sam }) => void (await refused(sam.messages!.send(draft, once()), 'unknown-outcome')),
      );
    }
    await withServer(transactionOf(), async ({ sam }) => void (await refused(sam.messages!.send(draft, once()), 'unknown-outcome')));
  });

  it('writes nothing where others would be written over', () =>
    withServer(
      (address) => {
        const { rest } = metadata();
        const resource = rest[0]!.resource.map((each) => ({ ...each, versioning: 'no-version' }));
        return address.pathname === '/fhir/metadata' ? { body: metadata({ resource }) } : undefined;
      },
      async ({ sam }) => assert.equal(sam.missing['messages.send']?.code, 'unsupported'),
    ));

  it('asks for who has a thread where that is not brought along', () => {
    const task = { resourceType: 'Task', id: 't', meta, status: 'accepted', code: { coding: [{ system: 'https://carethread.dev/fhir/task', code: 'custody' }] }, focus: { reference: 'Communication/thread-1' } };
    return withServer(
      (address) => {
        const resource = metadata().rest[0]!.resource.map((each) => ({ ...each, searchRevInclude: [] }));
        if (address.pathname === '/fhir/metadata') return { body: metadata({ resource }) };
        return address.searchParams.get('focus') === 'Communication/thread-1' ? { body: searchset([task]) } : undefined;
      },
      async ({ sam }) =>
        assert.equal((await sam.messages!.readThread('thread-1' as ThreadId, patiently)).custody.state, 'held'),
    );
  });

  it('may do nothing with a token that was granted nothing here', () =>
    withServer(
      () => undefined,
      async ({ sam }) => assert.equal(sam.missing.messages?.code, 'forbidden'),
      { getToken: () => Promise.resolve({ ...token, scope: 'openid fhirUser' }) },
    ));

  it('shows a file without a title as one', () =>
    withServer(lines(line('line-1', { payload: [{ contentAttachment: { url: 'Binary/1', contentType: 'image/png' } }] })), async ({ sam }) =>
      assert.deepEqual((await messagesOf(sam))[0]!.cards.map(({ label }) => label), ['File']),
    ));

  it('counts no warning among the messages', () => {
    const warning = { resource: { resourceType: 'OperationOutcome', issue: [{ severity: 'warning', code: 'informational' }] }, search: { mode: 'outcome' } };
    const body = searchset([line('line-1')]);
    return withServer(
      (address) => (address.searchParams.has('part-of') ? { body: { ...body, entry: [warning, ...body.entry] } } : undefined),
      async ({ sam }) => assert.deepEqual((await messagesOf(sam)).map(({ id }) => id), ['line-1']),
    );
  });

  it('does not take a search that was refused inside for one that found nothing', () => {
    const outcome = { resource: { resourceType: 'OperationOutcome', issue: [{ severity: 'fatal', code: 'forbidden' }] } };
    return withServer(
      (address) => (address.searchParams.has('part-of') ? { body: { ...searchset([]), entry: [outcome] } } : undefined),
      async ({ sam }) => void (await refused(messagesOf(sam), 'forbidden')),
    );
  });

  it('has nothing where the server does not say what it can do', () =>
    withServer(
      (address) => (address.pathname === '/fhir/metadata' ? { body: searchset([]) } : undefined),
      async ({ sam }) => {
        assert.equal(sam.messages, undefined);
        assert.equal(sam.missing.messages?.code, 'unsupported');
      },
    ));

  it('writes nothing where a server has no transactions, and still reads', () =>
    withServer(
      (address) => (address.pathname === '/fhir/metadata' ? { body: metadata({ interaction: [] }) } : undefined),
      async ({ sam }) => {
        assert.equal((await messagesOf(sam)).length, 1);
        assert.equal(sam.missing['messages.send']?.code, 'unsupported');
        assert.equal(sam.missing['contact.send']?.code, 'unsupported');
      },
    ));

  it('has only what the token was granted', () =>
    withServer(
      () => undefined,
      async ({ sam }) => {
        assert.equal(sam.missing['messages.send']?.code, 'forbidden');
        assert.equal(typeof sam.messages!.listThreads, 'function');
      },
      { getToken: () => Promise.resolve({ ...token, scope: 'openid patient/Communication.rs patient/Task.read patient/Patient.r' }) },
    ));

  it('writes no text to a server that is known to change or refuse it', () =>
    withServer(
      () => undefined,
      async ({ sam }) => assert.equal(sam.missing['messages.send']?.code, 'unsupported'),
      { profile: 'oracle' },
    ));
});

describe('pages of a FHIR server', () => {
  const medicines = { resourceType: 'MedicationRequest', id: 'm1', medicationCodeableConcept: { text: 'Lisinopril 10 mg' } };
  const listMedications = (sam: Connection) => sam.contact!.listMedications({ subject: sam.me.id }, patiently);

  it('S08 sends the token to no other server, whatever a next link says', async () => {
    const elsewhere = await startOddServer(() => undefined);
    try {
      for (const next of [`${elsewhere.url}/MedicationRequest?page=2`, '//evil.example/fhir/MedicationRequest', 'javascript:alert(1)']) {
        await withServer(
          (address) => (address.pathname === '/fhir/MedicationRequest' ? { body: searchset([medicines], { next }) } : undefined),
          async ({ sam }) => void (await refused(listMedications(sam), 'malformed')),
        );
      }
      assert.deepEqual(elsewhere.asked, []);
    } finally {
      await elsewhere.close();
    }
  });

  it('S08 follows no link out of its folder at the same server', () =>
    withServer(
      (address, url) =>
        address.pathname === '/fhir/MedicationRequest' ? { body: searchset([medicines], { next: `${url}-other/x` }) } : undefined,
      async ({ sam }) => void (await refused(listMedications(sam), 'malformed')),
    ));

  it('stops where pages come round, and tells each thing once', () =>
    withServer(
      (address, url) =>
        address.pathname === '/fhir/MedicationRequest'
          ? { body: searchset([medicines], { next: `${url}/MedicationRequest?page=${address.searchParams.get('page') === '2' ? 3 : 2}` }) }
          : undefined,
      async ({ sam, asked }) => {
        assert.deepEqual((await listMedications(sam)).items, [{ name: 'Lisinopril 10 mg' }]);
        assert.equal(asked.filter(({ address }) => address.startsWith('/fhir/MedicationRequest')).length, 3);
      },
    ));

  it('reads on where a server is the whole of its host, however its address is written', () => {
    const { baseUrl } = createFhirHttp({ baseUrl: 'HTTPS://Fhir.Example:443/', getToken: () => Promise.resolve(token) });
    for (const page of ['https://fhir.example/?page=2', 'https://fhir.example/Task?page=2', '/Task?page=2']) {
      assert.match(nextLink({ baseUrl }, page), /^https:\/\/fhir\.example\/(Task)?\?page=2$/);
    }
  });

  it('reads what has a large file in it', () => {
    const data = 'A'.repeat(32_000_000);
    assert.deepEqual(parseExactly(`{"data":"${data}","value":5.60}`), { data, value: '5.60' });
  });

  it('takes no bookmark that is not its own', () =>
    withServer(
      () => undefined,
      async ({ sam }) => void (await refused(sam.messages!.listThreads({ after: 'x&_count=9' }, patiently), 'invalid')),
    ));

  it('puts no id into an address that FHIR does not allow', () =>
    withServer(
      () => undefined,
      async ({ sam, asked }) => {
        const before = asked.length;
        await refused(sam.messages!.readThread('../Patient/amy' as ThreadId, patiently), 'not-found');
        await refused(sam.messages!.readThread('a,b&status=x' as ThreadId, patiently), 'not-found');
        assert.equal(asked.length, before);
      },
    ));
});

describe('what stands in a message of a stranger', () => {
  const payload = (contentAttachment: object) => line('line-1', { payload: [{ contentAttachment }] });
  const bodyOf = async (sam: Connection): Promise<string> => (await messagesOf(sam))[0]!.body;

  it('markup in a text stays text', () => {
    const contentString = '<script>alert(1)</script><b>bold</b>';
    return withServer(lines(line('line-1', { payload: [{ contentString }] })), async ({ sam }) =>
      assert.equal(await bodyOf(sam), contentString),
    );
  });

  it('markup that says it is markup comes as its words', () => {
    const data = btoa('<div><p>Rest it.</p><script>alert(1)</script><p>Call us &amp; come.</p></div>');
    return withServer(lines(payload({ contentType: 'application/xhtml+xml', data })), async ({ sam }) =>
      assert.equal(await bodyOf(sam), 'Rest it.\nCall us & come.'),
    );
  });

  it('a server known to make markup of texts has it read back', () =>
    withServer(
      lines(line('line-1', { payload: [{ contentString: '<p>Rest it.<br/>Then call.</p>' }] })),
      async ({ sam }) => assert.equal(await bodyOf(sam), 'Rest it.\nThen call.'),
      { profile: 'canvas' },
    ));

  it('a text sent as a file comes as a text, and one that cannot be read harms nothing', async () => {
    await withServer(lines(payload({ contentType: 'text/plain', data: btoa('Rest it.') })), async ({ sam }) =>
      assert.equal(await bodyOf(sam), 'Rest it.'),
    );
    await withServer(lines(payload({ contentType: 'text/plain', data: '%%%' })), async ({ sam }) => assert.equal(await bodyOf(sam), ''));
  });

  it('unknown codes and missing parts leave a thread that can be read', () => {
    const task = { resourceType: 'Task', id: 't', status: 'banana', code: { coding: [{ system: 'https://carethread.dev/fhir/task', code: 'custody' }] }, focus: { reference: 'Communication/thread-1' }, businessStatus: 7 };
    return withServer(
      (address) =>
        address.searchParams.has('part-of:missing') ? { body: searchset([head({ sent: '2026', topic: null })], { included: [task] }) } : undefined,
      async ({ sam }) => {
        const [thread] = (await sam.messages!.listThreads({}, patiently)).items;
        assert.deepEqual([thread!.custody.state, thread!.turn, thread!.dueAt], ['other', 'other', undefined]);
        assert.equal(thread!.lastMessage?.snippet, 'Words of line-1');
      },
    );
  });

  it('a time that is no instant stands by the server, and an offset is kept', () =>
    withServer(lines(line('one', { sent: '2026-11-23T20:00:00+11:00' }), line('two', { sent: '2026-11' })), async ({ sam }) => {
      const sent = (await messagesOf(sam)).map(({ sentAt }) => sentAt);
      assert.deepEqual(sent, ['2026-11-23T20:00:00+11:00', AT]);
    }));
});
