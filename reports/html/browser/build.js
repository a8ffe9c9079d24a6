/** @import { Markup } from "../markup.ts" */
import { visibleLines } from "./visible.js";

const drawing = "http://www.w3.org/2000/svg";

/** As ../markup.ts has them. */
export const pageTags = wordsOf([
	"a abbr article aside b br button caption code datalist dd del details div dl dt em fieldset figcaption figure footer",
	"h1 h2 h3 h4 h5 h6 header input ins label legend li main mark nav ol option p pre section select small span strong summary",
	"table tbody td tfoot th thead time tr ul",
]);

/** Likewise. */
export const drawingTags = wordsOf([
	"svg g path line polyline polygon rect circle ellipse text tspan title desc defs marker pattern clipPath",
]);

/** Likewise. */
export const attributeNames = wordsOf([
	"class id title href rel type value name list for role scope tabindex hidden open datetime colspan rowspan start autocomplete",
	"spellcheck viewBox preserveAspectRatio width height x y x1 y1 x2 y2 dx dy cx cy r rx ry d points transform fill stroke",
	"stroke-width stroke-dasharray stroke-linecap stroke-linejoin text-anchor dominant-baseline opacity marker-start marker-end",
	"markerWidth markerHeight refX refY orient font-size font-weight focusable",
]);

/** @param {readonly string[]} lines */
function wordsOf(lines) {
	return new Set(lines.flatMap((line) => line.split(" ")));
}

/**
 * The nodes of a part of the page. Text becomes text and nothing else, and there are no elements and attributes but those that are known to
 * run and load nothing, so that even a page that somebody made up cannot bring in another.
 *
 * @param {Markup} markup
 * @returns {Text | HTMLElement | SVGElement}
 */
export function build(markup) {
	if (typeof markup === "string") return document.createTextNode(visibleLines(markup));
	const [tag, attributes, ...inner] = markup;
	const element = elementOf(tag);
	for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value);
	element.append(...inner.map(build));
	return element;
}

/** @param {string} tag */
function elementOf(tag) {
	if (pageTags.has(tag)) return document.createElement(tag);
	if (drawingTags.has(tag)) return /** @type {SVGElement} */ (document.createElementNS(drawing, tag));
	throw new Error(`the page has no element ${tag}`);
}

/**
 * @param {Element} element
 * @param {string} name
 * @param {string | number | true} value
 */
function setAttribute(element, name, value) {
	if (!attributeNames.has(name) && !/^(?:aria|data)-[a-z-]+$/.test(name)) throw new Error(`the page has no attribute ${name}`);
	const text = value === true ? "" : visibleLines(String(value));
	if (name === "href" && !/^(?:https?:\/\/|#)/.test(text)) throw new Error("the page leads nowhere but to the web");
	element.setAttribute(name, text);
}

/**
 * What there is to say of a value, if there is one.
 *
 * @template T
 * @param {T | undefined} value
 * @param {(value: T) => Markup} said
 * @returns {readonly Markup[]}
 */
export const ifThere = (value, said) => (value === undefined ? [] : [said(value)]);

/**
 * A link if it begins with an address of the web; any other, such as a script, is shown and leads nowhere.
 *
 * @param {string} text
 * @returns {Markup}
 */
export function linkTo(text) {
	const [address = "", rest = ""] = text.split(/(?= )(.*)/s);
	if (!/^https?:\/\//.test(address) || !URL.canParse(address)) return text;
	return ["span", {}, ["a", { href: new URL(address).href, rel: "noreferrer" }, address], rest];
}
