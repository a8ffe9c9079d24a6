import type { Probe, Reply } from "../observation.ts";
import { answerBody, answered, minimalInput, refused } from "./replies.ts";

const right = answered(answerBody("DescribeDomain"));

const scripts: Readonly<Record<string, readonly Reply[]>> = {
	"calls-in-a-row": [right],
	"after-a-fault": [refused(400, { __type: "UnknownResourceFault", message: "m" })],
	"after-a-page": [refused(400, "<html></html>", { "content-type": "text/html" })],
	"after-a-reset": [right, "reset", right],
	"after-a-cut": [right, "cut", right],
	"when-told-to-close": [answered(answerBody("DescribeDomain"), { connection: "close" })],
};

/** Over how many connections calls go. */
export const connectionProbes: readonly Probe[] = Object.entries(scripts).map(([id, replies]) => ({
	id: `connections/${id}`,
	...{ operation: "DescribeDomain", input: minimalInput("DescribeDomain"), replies, calls: 4 },
}));
