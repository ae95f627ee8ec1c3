import type { ReviewLack } from '../../domain/peers.ts';
import { wordsOfReview } from './words-of-review.ts';

/** A review as it was given. */
export interface ReviewText {
  says: 'approved' | 'changes-requested' | 'commented';
  /** The text of the review, in Markdown. */
  body: string;
  /** What was written beside single lines. */
  remarks: readonly string[];
}

/**
 * What a review lacks that would help somebody learn from it. `reason`: it says what somebody thinks of the work, and not why.
 * `question`: it only says what to do instead, and leaves nothing to find out.
 */
export interface Lack {
  what: ReviewLack;
  /** The words that it was noticed by, as they were written; empty where there are none. */
  seen: string;
}

/** Words of praise and blame that say nothing about the work: 'LGTM', 'nice job', 'needs work'. */
const EMPTY_WORDS = new Set(
  `lgtm sgtm looks look looking good great nice nicely well done job work works working cool awesome amazing
  excellent perfect perfectly fine ok okay okey k yes yep yeah yup sure approved approve approving ship shipit
  merge merged go ahead to me for from my side all the a an and it is its it's this that that's i im i'm am we
  very really so much super pretty just too overall everything code stuff thing one thanks thank you thx ty cheers
  congrats congratulations bravo kudos wow love like liked loved right correct correctly happy with see no nothing
  comment comments complaints issues problems remarks add here there now keep up man mate dude bro buddy
  needs need more some bad not wrong again try redo fix please pls hmm meh nope same better can be
  10 100 10/10 100% 5/5 1 +1 -1 plus`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** A sentence that tells somebody what to do: 'Use a map', 'You should rename this', 'This must be const'. */
const ORDER =
  /^(?:(?:and|also|then|next|so|first|second|finally|ok|okay|please|pls|just|simply|nit|here|again|instead|you|u|we|i)[\s,]+)*(?:(?:must|should|shouldn't|need to|have to|has to|ought to|had better|gotta|want you to|would use|'d use)\b|(?:use|change|rename|move|remove|delete|drop|replace|add|do|don't|do not|dont|make|put|write|rewrite|refactor|extract|inline|fix|split|join|merge|swap|switch|convert|turn|set|get rid|return|call|import|export|declare|define|create|implement|wrap|sort|format|indent|test|check|handle|stick to|follow|copy|paste|take|try|never|always|no need to|avoid|prefer|keep|let|pass|throw|catch|update|clean up|simplify|shorten)\b)|^(?:this|that|it|these|those|they|code|the \w+)(?: code)? (?:should|must|needs? to|ha(?:s|ve) to)\b|\b(?:like this|as follows|the other way round|my way|this way)$/i;

/** Words by which somebody gives a reason, wonders, or leaves the choice. One of them is enough: in doubt nothing is said. */
const REASON =
  /\?|\b(?:because|bc|since|so that|so (?:we|you|it|the|a|they|others|nobody|everybody|one|people)|otherwise|or else|in order to|to (?:avoid|make|keep|see|prevent|reduce|show|help|ensure|be|let)|that way|which|as (?:it|this|the|you|a|we|there)|why|reason|reads?|readable|readability|easier|harder|clearer|simpler|safer|faster|slower|confus\w*|surpris\w*|mislead\w*|would|could|might|may|maybe|perhaps|consider|wonder\w*|think|thought|feel|seems?|suggest\w*|idea|imagine|curious|what if|when|if|while|whenever|unless|until|means?|cause[sd]?|leads?|break[s]?|fail[s]?|crash\w*|throws|wrong for|bug|risk\w*|problem is|than|hard to|difficult to|found|noticed|saw|learn\w*|example|e\.g|i\.e|for instance|see https?|docs?)\b/i;

/** Small words of other languages: what is not English is not judged. */
const FOREIGN =
  /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]|[äöüßéèêàçñõãåøæœłśżźčšžőű]|\b(?:der|die|das|und|nicht|ist|bitte|mach|statt|hier|het|een|dit|dat|niet|naar|le|la|les|des|une?|est|pas|el|los|las|por|que|una|para|il|di|che|non|per|og|ikke|att|och|inte|som|det|e|o|os|não|em|se|na|nie|jest)\b/iu;

/**
 * What a review lacks, or null. It takes only what is plain: anything that might be a reason or a question, anything that is not English,
 * and anything that says something about the work itself passes. See docs/reviewing.md for what is looked for.
 */
export function lackOf({ says, body, remarks }: ReviewText): Lack | null {
  const texts = [body, ...remarks].map(wordsOfReview);
  const sentences = texts.flatMap((text) => text.sentences);
  const suggestions = texts.reduce((sum, text) => sum + text.suggestions, 0);
  if (sentences.some((sentence) => FOREIGN.test(sentence) || REASON.test(sentence))) return null;
  const telling = sentences.filter((sentence) => !isEmpty(sentence));
  if (telling.length === 0 && suggestions === 0) {
    // 'Thanks!' in a conversation about a line is no review; GitHub makes one of it all the same.
    if (says === 'commented' && body.trim() === '') return null;
    // Code without a word may be an example.
    const hasMore = [body, ...remarks].some((text) => text.trim() !== '');
    return sentences.length === 0 && hasMore ? null : { what: 'reason', seen: sentences.join(' ') };
  }
  if (!telling.every((sentence) => ORDER.test(sentence))) return null;
  return { what: 'question', seen: telling[0] ?? '' };
}

/** Only praise or blame, signs and pictures; nothing that somebody could do anything with. */
function isEmpty(sentence: string): boolean {
  const words = sentence
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[^\p{L}\p{N}'+/%-]+/gu, ' ')
    .split(' ')
    .map((word) => word.replace(/^[-'/]+|[-'/]+$/g, ''))
    .filter((word) => word !== '');
  return words.every((word) => EMPTY_WORDS.has(word));
}
