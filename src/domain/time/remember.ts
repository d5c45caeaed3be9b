/**
 * The same function of a whole number, remembering up to `limit` answers; a full memory is emptied. Only for functions of
 * their argument alone, where nothing but the speed can tell the difference.
 */
export function remember<Answer>(
  limit: number,
  ask: (key: number) => Answer,
): (key: number) => Answer {
  const answers = new Map<number, Answer>();
  return (key) => {
    const known = answers.get(key);
    if (known !== undefined) return known;
    if (answers.size >= limit) answers.clear();
    const answer = ask(key);
    answers.set(key, answer);
    return answer;
  };
}
