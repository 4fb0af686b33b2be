/** Exact sum of decimals: whole numbers as they are, others in scaled integers, so that 0.1 + 0.2 is 0.3. NaN where one is NaN. */
export const addExactly = (numbers: readonly number[]): number => {
  let sum = 0
  for (let i = 0; i < numbers.length; i++) sum += numbers[i]!
  return isExact(sum) ? sum : addScaled(numbers)
}

/** The exact sum of these cells' values. */
export const addCells = (values: readonly number[], cells: readonly number[]): number => {
  let sum = 0
  for (let i = 0; i < cells.length; i++) sum += values[cells[i]!]!
  return isExact(sum) ? sum : addScaled(cells.map((cell) => values[cell]!))
}

const isExact = (sum: number): boolean => Number.isInteger(sum) || Number.isNaN(sum)

const addScaled = (numbers: readonly number[]): number => {
  const scale = 10 ** Math.max(...numbers.map(decimalsOf))
  return numbers.reduce((total, number) => total + Math.round(number * scale), 0) / scale
}

/** How many decimals the number is written with. */
const decimalsOf = (number: number): number => {
  const [, exponent] = String(number).split('e-')
  return exponent ? Number(exponent) : (String(number).split('.')[1]?.length ?? 0)
}
