const TIME = new Set(
  'january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday year years month months week weeks day days morning afternoon evening night today yesterday tomorrow time decade decades hour hours'.split(
    ' ',
  ),
);
/** Does the noun name a time? `may` is one only as a noun. */
export const isTime = (noun: string): boolean => TIME.has(noun) || /^\d{4}$/.test(noun);
