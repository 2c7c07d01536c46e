import type { Clause, Item } from './clauses.ts';
import { infinitiveSubject, participleSubject } from './control.ts';
import { finiteSubject } from './finite-subject.ts';

/** Finds who does what the clause says, by its form and what stands before it. */
export function subject(items: readonly Item[], clauses: readonly Clause[], clause: Clause): void {
  switch (clause.verb.form) {
    case 'finite':
      return finiteSubject(items, clauses, clause);
    case 'inf':
      return infinitiveSubject(items, clauses, clause);
    case 'ing':
    case 'en':
      return participleSubject(items, clauses, clause);
  }
}
