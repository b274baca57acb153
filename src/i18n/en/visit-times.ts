/** Words around the time of a visit, wherever one is shown. English, and the type other languages keep to. */
export const visitTimes = {
  /** A day and a time. */
  at: (day: string, time: string) => `${day}, ${time}`,
  span: (from: string, to: string) => `${from} to ${to}`,
  /** Of a time that the clock shows twice. */
  repeated: { first: (time: string) => `the first ${time}`, second: (time: string) => `the second ${time}` },
  /** The zone of the practice. */
  zone: (zone: string) => `Times are in ${zone}, where the practice is.`,
  yours: (time: string, zone: string, own: string) => `Where you are now (${zone}), ${time} is ${own}.`,
  clocksOn: (from: string, to: string) => `Clocks go forward this day, from ${from} to ${to}.`,
  clocksBack: (from: string, to: string) =>
    `Clocks go back this day, from ${from} to ${to}. Where a time comes twice, we say which one it is.`,
  minutes: (count: number) => (count === 1 ? '1 minute' : `${count} minutes`),
  kinds: { 'in-person': 'in person', phone: 'by phone', video: 'by video', other: '' } as Readonly<Record<string, string>>,
  with: (who: string) => `with ${who}`,
  /** Somebody and their role. */
  as: (name: string, title: string) => `${name}, ${title}`,
};

export type VisitTimesWords = typeof visitTimes;
