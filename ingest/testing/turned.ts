/** Examples of frames turned into sentences that must not give the same relation: what nobody need write by hand. */
import type { Frame } from '../knowledge/frames.ts';
import { knowledge } from '../knowledge/knowledge.ts';
import { POS, verbForms } from '../nlp.ts';
import { tokenise } from '../text/tokenise.ts';

/** Words before a verb that make it no plain past or present of its subject. */
const AUXILIARY =
  /^(?:was|were|is|are|been|be|has|have|had|will|would|did|to|not|never|being|by|and|,|who|that)$/;

/** `Iran condemned Israel.` -> `Iran did not condemn Israel.`; undefined where the verb stands otherwise. */
export function denied({ pos, head, example }: Frame): string | undefined {
  if (pos !== 'v' || head === 'not') return undefined;
  const tokens = tokenise(example);
  const at = tokens.findIndex(({ norm, capital }) => {
    const word = knowledge().words.look(norm);
    return word.verb === head && (word.bits & (POS.past | POS.third)) !== 0 && !capital;
  });
  const verb = tokens[at];
  if (!verb || at === 0 || AUXILIARY.test(tokens[at - 1]!.norm)) return undefined;
  return `${example.slice(0, verb.start)}did not ${head}${example.slice(verb.end)}`;
}

/** `Iran condemned Israel.` -> `Israel was condemned by Iran.`; undefined where the example is longer than that. */
export function passive({ pos, head, tail, objects, example }: Frame): string | undefined {
  if (pos !== 'v' || tail.length > 0 || objects.size > 0) return undefined;
  const [, subject, verb = '', object] =
    /^(\p{Lu}[\p{L} ]*?) (\p{Ll}+) (\p{Lu}[\p{L} ]*)\.$/u.exec(example) ?? [];
  if (knowledge().words.look(verb).verb !== head) return undefined;
  return `${object} was ${verbForms(head).participle} by ${subject}.`;
}
