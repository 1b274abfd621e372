/** The i-th number of an array that is known to reach that far; a missing one is a bug in the mesh data. */
export function numberAt(array: ArrayLike<number>, index: number): number {
  const value = array[index];
  if (value === undefined) throw new RangeError(`no number at ${index} of ${array.length}`);
  return value;
}
