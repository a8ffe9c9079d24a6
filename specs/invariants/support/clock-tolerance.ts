/**
 * Seconds by which times of one history may contradict each other before an invariant says so: nothing documents that all hosts of the service have
 * one clock. Recordings of the live service need none of it.
 */
export const clockTolerance = 0.5;
