import {
	cellPattern,
	described,
	listOf,
	mappingTo,
	object,
	type Properties,
	ref,
	type Schema,
	textPattern,
} from "./vocabulary.ts";

/** What is sent as it is: any JSON, with placeholders. */
export const sent: Schema = described(
	"Anything that JSON can say, a reference, { $absent: true } or { $repeat: { text: x, times: N } }.",
	{
		anyOf: [
			{ type: ["null", "boolean", "number"] },
			{ type: "string", pattern: textPattern },
			{ type: "array", items: ref("sent") },
			{ type: "object", propertyNames: { pattern: `^(?!\\$)|${cellPattern}` }, additionalProperties: ref("sent") },
			ref("placeholder"),
		],
	},
);

/** A text, or what may stand in its place. */
export const sentText: Schema = { anyOf: [{ type: "string", pattern: textPattern }, ref("placeholder")] };

/** The keys beside `send`. */
export const sending: Properties = {
	members: described("The members of the body; those that every operation gets are filled in.", mappingTo(ref("sent"))),
	each: described("Members of as many requests, each over what members says.", listOf(mappingTo(ref("sent")))),
	body: described("The body as it is: a text, or texts that follow one another.", {
		anyOf: [ref("sentText"), { type: "array", items: ref("sentText") }],
	}),
	headers: described("Headers beside those of a right request, or in their place.", mappingTo(ref("sentText"))),
	sign: described("What is wrong about the signature; false for none at all.", {
		anyOf: [
			{ const: false },
			object({
				accessKeyId: described("Another access key.", ref("text")),
				secretAccessKey: described("Another secret.", ref("text")),
				sessionToken: described("A session token.", ref("text")),
				region: described("Another region.", ref("text")),
				service: described("Another service.", ref("text")),
				ago: described("Seconds that the date lies back; negative ones are ahead.", { type: ["number", "string"] }),
				body: described("What is signed in place of the body that is sent.", ref("text")),
			}),
		],
	}),
};
