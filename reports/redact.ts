const mask = "[redacted]";

/** A character of a value, also as JSON writers that escape more than they must spell it (`\/`, `\u003d`). */
const escaped = String.raw`\\/|\\u00[0-9a-f]{2}`;
const separator = String.raw`[\\"'\s]{0,8}(?:[:=>]|%3[ad]|\\u003[ad])[\\"'\s]{0,8}(?:\[(?!redacted\])[\\"'\s]{0,8})?`;

/** Names of one secret word, as in query strings, SigV4 headers, JSON, XML and credential files. */
const wordName = String.raw`credential|signature|access[_-]?key[_-]?id|secret[_-]?(?:access[_-]?)?key|aws[_-]?secret\w*|(?:session|security)[_-]?token`;
/** Names of headers whose whole value is secret. */
const lineName = "authorization|cookie";

const secretWord = new RegExp(String.raw`((?:${wordName})${separator})(?:${escaped}|[^\s,&"'\\<])+`, "gi");
const secretLine = new RegExp(String.raw`((?:${lineName})${separator})(?:${escaped}|[^"'\\\r\n<])+`, "gi");
const secretName = new RegExp(`(?:${wordName}|${lineName}|api[_-]?key|password)$`, "i");
const accessKeyId = /(?<![A-Z0-9])(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{12,}/g;

/** Shorter ones, such as the `test` that emulators accept, would take ordinary words with them. */
const shortestKnown = 8;

/**
 * Replaces credentials, signatures and session tokens in a text by `[redacted]`, whatever surrounds them.
 * `known` are secrets that the caller holds itself; they are found also where nothing names them.
 */
export const redactText = (text: string, known: readonly string[] = []): string =>
	withoutKnown(text, known).replace(secretWord, `$1${mask}`).replace(secretLine, `$1${mask}`).replace(accessKeyId, mask);

/** The text of a member or header of this name: all of it goes if the name says that it is secret. */
export const redactNamed = (name: string, text: string, known: readonly string[] = []): string =>
	secretName.test(name) ? mask : redactText(text, known);

/** Replaces the values of headers that carry secrets; that the header was there stays visible. */
export const redactHeaders = (
	headers: { readonly [name: string]: string },
	known: readonly string[] = [],
): { readonly [name: string]: string } =>
	Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, redactNamed(name, value, known)]));

const withoutKnown = (text: string, known: readonly string[]): string =>
	known.filter((secret) => secret.length >= shortestKnown).reduce((rest, secret) => rest.replaceAll(secret, mask), text);
