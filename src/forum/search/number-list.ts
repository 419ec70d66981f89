/** Whole numbers gathered one by one where nobody knows yet how many there will be; four bytes each. */
export interface NumberList {
  push(value: number): void;
  /** What was gathered, in its order. */
  finish(): Uint32Array;
}

/** A list that doubles its room when it is full. */
export function numberList(): NumberList {
  let numbers = new Uint32Array(16);
  let length = 0;
  return {
    push(value) {
      if (length === numbers.length) {
        const larger = new Uint32Array(length * 2);
        larger.set(numbers);
        numbers = larger;
      }
      numbers[length++] = value;
    },
    finish: () => numbers.slice(0, length),
  };
}
