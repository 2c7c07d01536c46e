/** Statements that write one name in two ways: somebody has to say whether it is one person. */
export const TWO_SPELLINGS = [
  {
    title: 'Talks in Algiers',
    date: '2006-04-10',
    text: 'Foreign Minister Mohammed Bedjaoui of Algeria met with Foreign Minister Philippe Douste-Blazy of France in Algiers.',
  },
  {
    title: 'The Arab League on Lebanon',
    date: '2006-07-15',
    text: 'Foreign Minister Mohamed Bedjaoui of Algeria met with Egypt in Cairo. Mohamed Bedjaoui condemned Israel.',
  },
];
