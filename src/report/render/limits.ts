/** Most characters of a check's title (GitHub's own limit is not documented; its pages cut longer ones). */
export const TITLE_MOST = 255;

/** Most characters of a check's summary and of its text, and of a comment. Source: docs.github.com, REST API. */
export const CHECK_TEXT_MOST = 65_535;
export const COMMENT_MOST = 65_536;

/** Most annotations of one request. Source: docs.github.com, REST API, 'Update a check run'. */
export const ANNOTATIONS_MOST = 50;

/** Most characters of what is seen of a comment before anything is unfolded: more is not read. */
export const FIRST_SCREEN_MOST = 1_500;

/** Most bytes of one foreign text, such as a message or a value that a test got. */
export const ITEM_BYTES_MOST = 2_048;
