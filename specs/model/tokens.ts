import type { Json } from "../wire/json.ts";
import type { TaskKind } from "./task-lists.ts";

/** What a task token stands for. */
export interface TaskTokenContent {
	readonly kind: TaskKind;
	readonly runId: string;
	readonly scheduledEventId: number;
	readonly startedEventId: number;
}

/** The token of a started task; the same task always has the same. */
export const taskToken = ({ kind, runId, scheduledEventId, startedEventId }: TaskTokenContent): string =>
	seal("task", [kind, runId, scheduledEventId, startedEventId]);

/** What a token was made of; nothing when it is none of ours or for the other kind of task. */
export function readTaskToken(kind: TaskKind, token: string): TaskTokenContent | undefined {
	const content = unseal("task", token);
	if (content?.length !== 4) return undefined;
	const [tokenKind, runId, scheduledEventId, startedEventId] = content;
	if (tokenKind !== kind || typeof runId !== "string") return undefined;
	if (typeof scheduledEventId !== "number" || typeof startedEventId !== "number") return undefined;
	return { kind, runId, scheduledEventId, startedEventId };
}

const offsets = [0x811c9dc5, 0x9747b28c];

/** Tells an altered text from the sealed one: FNV-1a (RFC 9923) from two offsets. It guards against mistakes, not against attackers. */
function digest(purpose: string, text: string): string {
	const whole = `${purpose}\n${text}`;
	const hash = (offset: number) => {
		let state = offset;
		for (let index = 0; index < whole.length; index += 1) state = Math.imul(state ^ whole.charCodeAt(index), 0x01000193);
		return (state >>> 0).toString(36).padStart(7, "0");
	};
	return offsets.map(hash).join("");
}

const digestLength = 14;

/** An opaque token that carries its content; a token made for one purpose does not pass for another. */
export function seal(purpose: string, content: readonly Json[]): string {
	const text = JSON.stringify(content);
	return Buffer.from(`${digest(purpose, text)}${text}`).toString("base64");
}

/** The content of a token, or nothing when it is not, to the letter, one that was sealed for this purpose. */
export function unseal(purpose: string, token: string): readonly Json[] | undefined {
	const sealed = Buffer.from(token, "base64");
	const text = sealed.toString().slice(digestLength);
	const isGenuine = sealed.toString("base64") === token && `${digest(purpose, text)}${text}` === sealed.toString();
	const content: unknown = isGenuine ? JSON.parse(text) : undefined;
	// Whoever knows how tokens are sealed can seal anything.
	return Array.isArray(content) ? content : undefined;
}
