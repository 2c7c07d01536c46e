import { Router } from 'express';
import { readQuestions } from '../../graph/questions/questions.ts';
import type { QuestionList } from '../contract.ts';

/** GET /api/questions: the shelf of ready questions. */
export function questionRoutes(): Router {
  const router = Router();
  const questions: QuestionList['questions'] = readQuestions();
  router.get('/questions', (_request, response) => {
    response.json({ questions } satisfies QuestionList);
  });
  return router;
}
