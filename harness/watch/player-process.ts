import type { FromPlayer, ToPlayer } from "./messages.ts";

/*
 * A player in a process of its own. At first it loads only packages, which do not change; the kit's own code it loads with the first round, so
 * that one that stood by plays by the code as it is then.
 */

const tell = (message: FromPlayer) => process.send?.(message);
let stop = new AbortController();
let playing: Promise<unknown> = Promise.resolve();

async function play({ settings, round }: Extract<ToPlayer, { kind: "play" }>): Promise<void> {
	stop = new AbortController();
	try {
		const { playRound } = await import("./play-round.ts");
		tell(await playRound(settings, round, stop.signal, tell));
	} catch (error) {
		tell({ kind: "trouble", about: "other", message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
	}
}

process.once("disconnect", async () => {
	stop.abort(new Error("the watch is over"));
	await playing;
	await (await import("./play-round.ts")).closeTarget();
	process.exit();
});
process.on("message", (message: ToPlayer) => {
	if (message.kind === "stop") stop.abort(new Error("something else is to be played"));
	else playing = play(message);
});
await Promise.all([import("@aws-sdk/client-swf"), import("msw/node"), import("ajv"), import("yaml"), import("immutable")]);
