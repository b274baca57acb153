const DAY = 24 * 60 * 60 * 1000;
const DATE = /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d.*)?)?)?$/;

/**
 * What was told at `told.now`, as many whole days later as lie between that and now: hours of the day stay, and a month
 * is the one its middle comes to lie in.
 *
 * @param now - Milliseconds since the epoch.
 */
export function shifted(told: object, now: number): unknown {
  const toldAt = Date.parse((told as { now: string }).now);
  const by = Math.floor((now - toldAt) / DAY) * DAY;
  return JSON.parse(JSON.stringify(told), (key, value: unknown) => {
    const isDate = (key === 'now' || key.endsWith('At') || key === 'at') && typeof value === 'string' && DATE.test(value);
    return isDate && by !== 0 ? later(value, by) : value;
  });
}

function later(date: string, by: number): string {
  if (date.length > 10) return new Date(Date.parse(date) + by).toISOString();
  const middle = `${date}${'-06-15'.slice(date.length === 4 ? 0 : 3)}`.slice(0, 10);
  return new Date(Date.parse(middle) + by).toISOString().slice(0, date.length);
}
