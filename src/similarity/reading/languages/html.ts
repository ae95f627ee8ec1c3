import { none, setOf, silent, type Grammar } from '../grammar.ts';

/** What scripts and styles in a page hold is read as such. */
export const html: Grammar = {
  ...none,
  wasm: 'tree-sitter-html/tree-sitter-html.wasm',
  skip: setOf('comment', 'raw_text', 'doctype', 'end_tag', 'erroneous_end_tag'),
  names: setOf('attribute_value'),
  values: { text: 'text' },
  vocabulary: { tag_name: '<', attribute_name: '@' },
  words: silent('<', '>', '/>', '</', '"', "'", '=', '<!', 'entity'),
  embeds: { script_element: '.js', style_element: '.css' },
};
