import { visibleLines } from "../visible.ts";

/** The elements that a page may have. None of them loads or runs anything; `browser/build.js` builds no others. */
export const pageTags = [
	"a abbr article aside b br button caption code datalist dd del details div dl dt em fieldset figcaption figure footer",
	"h1 h2 h3 h4 h5 h6 header input ins label legend li main mark nav ol option p pre section select small span strong summary",
	"table tbody td tfoot th thead time tr ul",
] as const;

/** The elements of a drawing, likewise. */
export const drawingTags = [
	"svg g path line polyline polygon rect circle ellipse text tspan title desc defs marker pattern clipPath",
] as const;

/** The attributes that they may have, beside those that begin with `aria-` or `data-`. Never `style` or a handler. */
export const attributeNames = [
	"class id title href rel type value name list for role scope tabindex hidden open datetime colspan rowspan start autocomplete",
	"spellcheck viewBox preserveAspectRatio width height x y x1 y1 x2 y2 dx dy cx cy r rx ry d points transform fill stroke",
	"stroke-width stroke-dasharray stroke-linecap stroke-linejoin text-anchor dominant-baseline opacity marker-start marker-end",
	"markerWidth markerHeight refX refY orient font-size font-weight focusable",
] as const;

type Words<Text extends string> = Text extends `${infer Word} ${infer Rest}` ? Word | Words<Rest> : Text;

export type Tag = Words<(typeof pageTags)[number] | (typeof drawingTags)[number]>;

type Value = string | number | true;

/** Values as they are to be read; `true` is an attribute without one. */
export type Attributes = { readonly [name in Words<(typeof attributeNames)[number]>]?: Value } & {
	readonly [name: `aria-${string}` | `data-${string}`]: Value;
};

/**
 * Text, or an element with its attributes and what is in it. It is plain JSON, so that a part of a page can be written as HTML now or be built
 * by the browser when it is wanted, and nowhere is text from a target put together with tags.
 */
export type Markup = string | readonly [tag: Tag, attributes: Attributes, ...inner: Markup[]];

const empty: ReadonlySet<Tag> = new Set(["br", "input"]);

/** HTML of it, the only place where a text becomes part of one: what means something there is encoded, what nobody would see is shown. */
export function toHtml(markup: Markup): string {
	if (typeof markup === "string") return htmlText(markup);
	const [tag, attributes, ...inner] = markup;
	const opening = `<${tag}${Object.entries(attributes).map(attributeText).join("")}>`;
	return empty.has(tag) ? opening : `${opening}${inner.map(toHtml).join("")}</${tag}>`;
}

const htmlText = (text: string): string =>
	visibleLines(text).replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);

const attributeText = ([name, value]: readonly [string, Value]): string =>
	value === true ? ` ${name}` : ` ${name}="${htmlText(String(value))}"`;
