import { describe, expect, it } from 'vitest';
import { typeDefinitions } from '../../../functions/graphql/generated/type-definitions.ts';
import { reference } from '../../../functions/graphql/schema/reference.ts';

const SDL = `
"Marks a field." directive @mark("How." with: String!) on FIELD
type Query
extend type Query {
  """
  A shelf
  of books.
  """
  shelf("Its number, a|b." number: Int! = 1, kinds: [Kind!] = [NOVEL]): Shelf
}
"Where books are." type Shelf { "What is on it." books(first: Int): [Item!]! }
"A book or not." union Item = Shelf | Stone
"A stone." type Stone { "Kilograms." weight: Weight! }
"One of two." input Choice @oneOf { "Left." left: String "Right." right: String }
"A kind." enum Kind { "Long." NOVEL "Short." STORY }
"A number of kilograms." scalar Weight
`;

describe('the reference of the API', () => {
  const text = reference(SDL);

  it.each([
    [
      'a query with its description and type',
      '### Query.shelf\n\nA shelf\nof books.\n\nAnswers [`Shelf`](#shelf).',
    ],
    ['an argument with its default, in a table', '| `number` | `Int!` | `1` | Its number, a\\|b. |'],
    ['an argument of an enum', '| `kinds` | [`[Kind!]`](#kind) | `[NOVEL]` |  |'],
    ['a field with a link', '| `books` | [`[Item!]!`](#item) | What is on it. |'],
    ['the arguments of a field', 'Arguments of `books`:\n\n| Argument |'],
    ['a union', 'One of [`Shelf`](#shelf), [`Stone`](#stone).'],
    ['an input that takes one member', 'Exactly one of the fields has to be given.'],
    ['a value of an enum', '| `NOVEL` | Long. |'],
    ['a scalar', '### Weight\n\nA number of kilograms.'],
    ['a directive', '### @mark\n\nMarks a field.\n\nOn `FIELD`.'],
  ])('has %s', (_what, expected) => {
    expect(text).toContain(expected);
  });

  it('leads somewhere with every link to a heading', () => {
    const whole = reference(typeDefinitions);
    const headings = Array.from(whole.matchAll(/^#+ (.+)$/gm), ([, heading = '']) => anchorOf(heading));
    const links = Array.from(whole.matchAll(/\(#([^)]+)\)/g), ([, anchor]) => anchor);
    expect(links.length).toBeGreaterThan(100);
    expect(links.filter((anchor) => !headings.some((heading) => heading === anchor))).toEqual([]);
    expect(headings.filter((heading, index) => headings.indexOf(heading) !== index)).toEqual([]);
  });
});

/** As GitHub makes anchors of headings. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\w -]/g, '')
    .replaceAll(' ', '-');
}
