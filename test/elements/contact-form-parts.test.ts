import { expect } from '@open-wc/testing';
import { createDrafts } from '../../src/client/drafts.js';
import { contactDraft } from '../../src/elements/contact-form/contact-draft.js';
import { problemsOf, refusalOf, requestOf } from '../../src/elements/contact-form/more/problems.js';
import { ageOn, subjectOf } from '../../src/elements/contact-form/subject-of.js';
import { contactForm as words } from '../../src/i18n/en/contact-form.js';
import { fields } from '../../src/i18n/en/fields.js';
import { Field } from '../../src/model/field.js';
import { Reason } from '../../src/model/reason.js';
import { leoSubject, mayaSubject, rosaSubject } from '../../src/adapters/memory/people.js';

const choices = [{ value: 'a', label: 'A' }, { value: 'b', label: 'B' }];
const times = Field.parse({ id: 'times', kind: 'choices', label: 'Which times?', choices });
const left = Field.parse({ id: 'left', kind: 'choice', label: 'How many?', required: true, choices });
const phone = Field.parse({ id: 'phone', kind: 'phone', label: 'Number' });
const reason = Reason.parse({ id: 'refill', label: 'A refill', fields: [times, left, phone, left], budget: 10 });

const said = { words, fieldWords: fields, lang: 'en', signs: [], references: [] };

describe('What is written in the contact form', () => {
  it('is kept apart for each person', () => {
    const drafts = createDrafts();
    contactDraft(drafts, 'rosa').set('body', 'mine');
    expect(contactDraft(drafts, 'sam').get('body')).to.equal('');
  });

  it('holds no answer that the question does not offer', () => {
    const draft = contactDraft(createDrafts(), 'rosa');
    draft.answers.set(left, ['gone']);
    draft.answers.set(times, ['a', 'gone', 'b']);
    expect(draft.answers.get(left)).to.deep.equal([]);
    expect(draft.answers.get(times)).to.deep.equal(['a', 'b']);
    draft.answers.set({ ...left, kind: 'date' }, ['soon']);
    expect(draft.answers.get({ ...left, kind: 'date' })).to.deep.equal([]);
  });

  it('becomes a request: several choices as a list, one as a word, empty ones not at all', () => {
    const draft = contactDraft(createDrafts(), 'rosa');
    draft.answers.set(left, ['a']);
    draft.answers.set(times, ['a', 'b']);
    draft.set('body', 'Hello');
    expect(requestOf(reason, rosaSubject, { draft, signs: [], references: [] })).to.deep.equal({
      reason: 'refill',
      subject: 'rosa-delgado',
      answers: [
        { field: 'times', value: ['a', 'b'] },
        { field: 'left', value: 'a' },
      ],
      body: 'Hello',
    });
    draft.clear(reason.fields);
    expect(requestOf(reason, rosaSubject, { draft, signs: [], references: [] })).to.deep.include({ answers: [], body: '' });
  });

  it('is checked in the order of the form, and at the control it is about', () => {
    const draft = contactDraft(createDrafts(), 'rosa');
    draft.answers.set(phone, ['call me']);
    draft.set('body', '12345678901');
    const found = problemsOf(reason, { ...said, subject: undefined, draft });
    expect(found.map(({ at }) => at)).to.deep.equal(['control-subject', 'control-1', 'control-2', 'control-body']);
    expect(found.at(-1)!.text).to.contain('1 character over 10');
  });

  it('is put right where a backend names the field by place or by id', () => {
    const request = { reason: reason.id, subject: rosaSubject.id, answers: [{ field: 'left', value: 'a' }], body: '' };
    const at = (path?: string) => refusalOf(path, request, reason, { ...said, subject: rosaSubject, draft: contactDraft(createDrafts(), 'rosa') }).map((problem) => problem.at);
    expect(at('answers.0.value')).to.deep.equal(['control-1']);
    expect(at('answers.phone')).to.deep.equal(['control-2']);
    expect(at('body')).to.deep.equal(['control-body']);
    for (const path of [undefined, '', 'reason', 'answers.7.value', '__proto__']) expect(at(path)).to.deep.equal([]);
  });

  it('is about the reader unless they choose, and about nobody where that is not clear', () => {
    const subjects = [rosaSubject, mayaSubject, leoSubject];
    expect(subjectOf(subjects, '')).to.equal(rosaSubject);
    expect(subjectOf(subjects, 'leo-delgado')).to.equal(leoSubject);
    expect(subjectOf(subjects, 'somebody-else')).to.equal(rosaSubject);
    expect(subjectOf([mayaSubject, leoSubject], '')).to.equal(undefined);
    expect(subjectOf([mayaSubject], '')).to.equal(mayaSubject);
  });

  it('counts full years', () => {
    const on = (day: string) => new Date(`${day}T12:00:00`).getTime();
    expect(ageOn(on('2026-06-10'), '2023-06-11')).to.equal(2);
    expect(ageOn(on('2026-06-11'), '2023-06-11')).to.equal(3);
    expect(ageOn(on('2026-06-11'), '2030-01-01')).to.equal(0);
  });
});
