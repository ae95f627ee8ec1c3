import { none, setOf, silent, type Grammar } from '../grammar.ts';

/** Names of classes and ids are the submission's own; what a page calls them is read by the same names. */
export const css: Grammar = {
  ...none,
  wasm: '@vscode/tree-sitter-wasm/wasm/tree-sitter-css.wasm',
  skip: setOf('comment', 'js_comment'),
  names: setOf('class_name', 'id_name', 'keyframes_name', 'variable'),
  roles: {
    class_selector: { '': 'declares' },
    id_selector: { '': 'declares' },
    keyframes_statement: { '': 'declares' },
  },
  values: {
    integer_value: 'number',
    float_value: 'number',
    color_value: 'text',
    string_value: 'text',
  },
  vocabulary: {
    tag_name: '<',
    property_name: '',
    plain_value: '=',
    function_name: '',
    feature_name: '',
    keyword_query: '',
  },
  words: silent('{', '}', '(', ')', ';', ':', ',', '#', '.'),
};
