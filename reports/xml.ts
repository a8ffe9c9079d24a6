type Attributes = { readonly [name: string]: string };

const entities: { readonly [character: string]: string } = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	'"': "&quot;",
	"\t": "&#9;",
	"\n": "&#10;",
	"\r": "&#13;",
};

/** Text of an element. What XML cannot hold at all, such as controls, has to be made visible before. */
export const xmlText = (text: string): string => text.replace(/[&<>\r]/g, entityOf);

/** The opening tag of an element. */
export const openTag = (name: string, attributes: Attributes = {}): string => `<${name}${attributesOf(attributes)}>`;

/** An element with its text, or empty without any. */
export const element = (name: string, attributes: Attributes, text = ""): string =>
	text === "" ? `<${name}${attributesOf(attributes)}/>` : `${openTag(name, attributes)}${xmlText(text)}</${name}>`;

const attributesOf = (attributes: Attributes): string =>
	Object.entries(attributes)
		.map(([name, value]) => ` ${name}="${value.replace(/[&<>"\t\n\r]/g, entityOf)}"`)
		.join("");

const entityOf = (character: string): string => entities[character] ?? character;
