/** How two spellings of a name are told to be the same, as the server does it. */

const LETTERS: Readonly<Record<string, string>> = {
  ı: "i",
  ß: "ss",
  ø: "o",
  ł: "l",
  æ: "ae",
};

/** Return a name in lower case, without accents, punctuation and doubled blanks. */
export function normalised(name: string): string {
  return name
    .toLowerCase()
    .replace(/[ıßøłæ]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/['’‘`´]/g, "")
    .replace(/[^\p{L}\p{N}_]+/gu, " ")
    .trim();
}

/**
 * Return how many slips (a letter wrong, missing, too many, or two swapped) lie between
 * a query and the nearest beginning of a word, or `most + 1` when there are more.
 */
export function slipsToPrefix(query: string, word: string, most: number): number {
  const width = Math.min(word.length, query.length + most);
  let before: number[] = [];
  let last = Array.from({ length: width + 1 }, (_, column) => column);
  for (let row = 1; row <= query.length; row += 1) {
    const now = [row];
    let least = row;
    for (let column = 1; column <= width; column += 1) {
      const isSame = query[row - 1] === word[column - 1];
      let slips = Math.min(
        (last[column] ?? 0) + 1,
        (now[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      if (isSwapped(query, word, row, column)) {
        slips = Math.min(slips, (before[column - 2] ?? 0) + 1);
      }
      now.push(slips);
      least = Math.min(least, slips);
    }
    if (least > most) return most + 1;
    [before, last] = [last, now];
  }
  return Math.min(...last, most + 1);
}

function isSwapped(query: string, word: string, row: number, column: number): boolean {
  return (
    row > 1 &&
    column > 1 &&
    query[row - 1] === word[column - 2] &&
    query[row - 2] === word[column - 1]
  );
}
