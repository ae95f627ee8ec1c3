/**
 * The first line of the sticky comment. GitHub does not show it. It tells our comment from others together with our
 * App's id: anyone can copy a marker.
 */
export const COMMENT_MARKER = '<!-- touchstone:report -->';
