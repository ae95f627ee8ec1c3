/** A word or phrase that does not help a reader who is stuck. */
export interface WordingSlip {
  /** As it is in the text. */
  found: string;
  /** Why not, in a few words. */
  because: string;
  /** What helps instead. */
  expected: string;
}

interface Rule extends Omit<WordingSlip, 'found'> {
  pattern: RegExp;
}

/**
 * After Hattie and Timperley, The Power of Feedback (2007): feedback that is about the task and the way to go on teaches,
 * feedback about the person, and the answer itself, do not. 'Just' and its like tell whoever is stuck that nobody else would be.
 */
const RULES: readonly Rule[] = [
  {
    pattern:
      /\b(just|simply|obviously|clearly|trivial(?:ly)?|of course|easy|easily|everybody knows|as everyone knows)\b/gi,
    because: 'what is so to you is not so to whoever is stuck',
    expected: 'the sentence without it',
  },
  {
    pattern: /\byour (?:code|program|solution) (?:is|does|fails?|has|should|must|needs?)\b|\byour code\b/gi,
    because: 'it puts the person where the work is meant',
    expected: 'what was seen: "the total", "the basket", "the server"',
  },
  {
    pattern: /\byou (?:failed|forgot|did(?:n['’]t| not)|made a mistake|were wrong|are wrong|should have)\b/gi,
    because: 'it blames the person for what the program does',
    expected: 'what was seen, and a question',
  },
  {
    pattern:
      /\b(?:well done|good (?:job|work)|great (?:job|work)|you(?:['’]re| are) (?:so |very |really |such )?(?:an? )?(?:smart|clever|talented|gifted|brilliant|great|good|genius|natural)|(?:clever|smart|good) (?:girl|boy|you))\b/gi,
    because: 'praise of the person teaches nothing',
    expected: 'what works, and why that is worth something',
  },
  {
    pattern:
      /\b(?:you (?:must|have to|need to) (?:write|use|call|add|type|put|change|replace|return)|(?:type|write|put|insert|copy|paste|enter|add|return|use|change (?:it|this|that|the \w+) to|replace (?:it|this|that|the \w+) (?:with|by)) (?:in )?(?=`[^`]*(?:=|;|\{|\(\s*[^)\s])))/gi,
    because: 'whoever is told what to write has learnt nothing when it works',
    expected: 'something to find out, or a question that leads there',
  },
];

/** Finds what does not help in a text of a course or a catalogue, in the order of the text. Code between backticks is left alone. */
export function wordingSlips(text: string): WordingSlip[] {
  // Words in code are names; but whether code follows a verb is what tells that somebody is told what to write.
  const spans = [...text.matchAll(/`[^`]*`/g)].map(
    ({ index, 0: span }) => [index, index + span.length] as const,
  );
  return RULES.flatMap(({ pattern, because, expected }) =>
    [...text.matchAll(pattern)]
      .filter(({ index }) => !spans.some(([from, to]) => index >= from && index < to))
      .map(({ index, 0: found }) => ({ index, slip: { found: found.trim(), because, expected } })),
  )
    .toSorted((a, b) => a.index - b.index)
    .map(({ slip }) => slip);
}
