import { expect, test } from "vitest";
import { createMailbox } from "./mailbox.ts";

const patient = new AbortController().signal;

test("a letter reaches who waits for it and who asks later, as often as it is asked for", async () => {
	const mailbox = createMailbox<string>();
	const early = [mailbox.take("a", patient), mailbox.take("a", patient)];
	mailbox.put("a", "for a");
	expect(await Promise.all([...early, mailbox.take("a", patient)])).toEqual(["for a", "for a", "for a"]);
});

test("nobody waits for a letter that cannot come any more", async () => {
	const mailbox = createMailbox<string>();
	const waiting = mailbox.take("a", patient);
	mailbox.close();
	expect(await waiting).toBeUndefined();
	expect(await mailbox.take("b", patient)).toBeUndefined();
});

test("nobody waits longer than the signal lets them", async () => {
	const mailbox = createMailbox<string>();
	const ending = new AbortController();
	const waiting = mailbox.take("a", ending.signal);
	ending.abort();
	expect(await waiting).toBeUndefined();
	expect(await mailbox.take("a", ending.signal)).toBeUndefined();
});
