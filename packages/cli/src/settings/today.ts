/** Today's date in China (UTC+8 all year), YYYY-MM-DD. */
export const todayInChina = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
