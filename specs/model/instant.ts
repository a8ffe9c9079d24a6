declare const brand: unique symbol;

/** A moment, in epoch milliseconds. */
export type Instant = number & { readonly [brand]: "Instant" };

/** The moment so many epoch milliseconds stand for. */
export const instant = (epochMilliseconds: number): Instant => epochMilliseconds as Instant;

/** The moment a duration of seconds after another. */
export const secondsAfter = (start: Instant, seconds: number): Instant => instant(start + seconds * 1000);

/** The first moment after another: when what the service does on its own account happens. */
export const justAfter = (moment: Instant): Instant => instant(moment + 1);

/** The later of two moments. */
export const laterOf = (one: Instant, other: Instant): Instant => instant(Math.max(one, other));

/** The earlier of two moments. */
export const earlierOf = (one: Instant, other: Instant): Instant => instant(Math.min(one, other));

/** How a moment is written on the wire: epoch seconds, milliseconds as fraction. */
export const toWire = (moment: Instant): number => moment / 1000;

/** The moment a timestamp of the wire stands for. */
export const fromWire = (timestamp: number): Instant => instant(Math.round(timestamp * 1000));
