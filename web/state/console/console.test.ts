import { draftIn, settingsOf } from './address.ts';
import { describe, expect, it } from 'vitest';
import { EMPTY_NOTEBOOK, forget, readNotebook, remember, save } from './notebook.ts';
import { fieldsFor, parameterNames, readFields } from './parameters.ts';

describe('parameters of a query', () => {
  it('are found in order, outside of quotes and comments', () => {
    expect(
      parameterNames("MATCH (n {a: $b}) WHERE n.x = '$no' AND n.y = $a // $no\nRETURN $b, `$no`"),
    ).toEqual(['b', 'a']);
  });

  it('keep what was typed while the query changes', () => {
    const known = { a: { type: 'number', text: '3' } } as const;
    expect(fieldsFor('RETURN $a + $b', known)).toEqual({ ...known, b: { type: 'text', text: '' } });
    expect(fieldsFor('RETURN 1', known)).toEqual({});
  });

  it('are read by their types, and named when they are wrong', () => {
    const good = {
      n: { type: 'number', text: '1.5' },
      d: { type: 'date', text: '2023-10' },
      t: { type: 'text', text: '7' },
      b: { type: 'boolean', text: 'true' },
      j: { type: 'json', text: '["x"]' },
    } as const;
    expect(readFields(good)).toEqual({ values: { n: 1.5, d: '2023-10', t: '7', b: true, j: ['x'] } });
    const bad = {
      n: { type: 'number', text: '' },
      d: { type: 'date', text: 'May' },
      j: { type: 'json', text: '[' },
    } as const;
    expect(readFields(bad)).toEqual({ wrong: ['n', 'd', 'j'] });
  });
});

describe('the notebook', () => {
  const one = { cypher: 'RETURN 1', fields: {} };
  const two = { cypher: 'RETURN $x', fields: { x: { type: 'text', text: 'y' } } } as const;

  it('has the latest query first, each once', () => {
    const book = [one, two, one].reduce(remember, EMPTY_NOTEBOOK);
    expect(book.history).toEqual([one, two]);
  });

  it('keeps queries under names until they are forgotten', () => {
    const book = save(save(EMPTY_NOTEBOOK, { ...two, name: 'B' }), { ...one, name: 'A' });
    expect(book.saved.map(({ name }) => name)).toEqual(['A', 'B']);
    expect(save(book, { ...two, name: 'A' }).saved[0]).toEqual({ ...two, name: 'A' });
    expect(forget(book, 'A').saved.map(({ name }) => name)).toEqual(['B']);
    expect(readNotebook(JSON.stringify(book))).toEqual(book);
  });

  it.each([null, 'no json', '[]', '{"history": 3, "saved": [{"name": 1}]}'])(
    'begins empty with %j',
    (text) => {
      expect(readNotebook(text)).toEqual(EMPTY_NOTEBOOK);
    },
  );
});

describe('a query in the address', () => {
  const draft = {
    cypher: 'MATCH (a {name: $who})\nRETURN a // 50 % & more',
    fields: { who: { type: 'name', text: 'Côte d’Ivoire' }, n: { type: 'number', text: '3' } },
  } as const;

  it('is the same query again', () => {
    expect(draftIn(settingsOf(draft))).toEqual(draft);
    expect(draftIn(settingsOf({ cypher: 'RETURN 1', fields: {} }))).toEqual({
      cypher: 'RETURN 1',
      fields: {},
    });
  });

  it('is left out when it is very long, and its parameters when they cannot be read', () => {
    expect(draftIn(settingsOf({ cypher: 'x'.repeat(5000), fields: {} }))).toBeUndefined();
    for (const broken of ['{', '3', '{"who":["nothing","x"]}', '{"who":{"type":"text"}}'])
      expect(draftIn({ 'cypher.query': 'RETURN $who', 'cypher.parameters': broken })?.fields).toEqual({});
  });
});
