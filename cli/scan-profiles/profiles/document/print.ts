import { Document, Scalar, visit } from 'yaml';
import type { ProfileDocument } from './document.ts';
import type { FileFormat } from './format.ts';

/** Characters that could steer a terminal, that editors do not show, or that end a line for some readers only. */
const UNSEEN = /[^\P{Cc}\n]|[\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u;
const EVERY_UNSEEN = new RegExp(UNSEEN, 'gu');
/** In a block, spaces of a text of nothing else are taken for its indentation. */
const BLANK = /^\s*$/u;

/** The text of a file; the same document gives the same text. */
export function printDocument(document: ProfileDocument, format: FileFormat): string {
  const text = format === 'json' ? `${JSON.stringify(document, undefined, 2)}\n` : yamlOf(document);
  // By now they stand in double quotes only, where both formats have this spelling.
  return text.replace(EVERY_UNSEEN, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function yamlOf(profiles: ProfileDocument): string {
  const document = new Document(profiles, { aliasDuplicateObjects: false, compat: 'yaml-1.1' });
  visit(document, {
    Scalar(_, scalar) {
      const { value } = scalar;
      if (typeof value === 'string' && (UNSEEN.test(value) || BLANK.test(value)))
        scalar.type = Scalar.QUOTE_DOUBLE;
    },
  });
  // Lines are never folded, so that a change of a word is a change of a line. Readers of YAML 1.1 get the same texts.
  return document.toString({ lineWidth: 0, doubleQuotedAsJSON: true });
}
