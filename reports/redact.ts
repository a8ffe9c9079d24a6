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
 * `known` are secrets that the caller holds itself; they are found also where nothing names them, in base64 or hexadecimal, broken into
 * lines, and as URLs, JSON and XML spell them.
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

/** Secrets that the caller holds are replaced wherever they stand, and nothing else. */
export function withoutKnown(text: string, known: readonly string[]): string {
	const secrets = known.filter((secret) => secret.length >= shortestKnown);
	if (secrets.length === 0) return text;
	const bare = bareOf(text);
	return secrets
		.flatMap(formsOf)
		.filter(({ core }) => bare.includes(core))
		.reduce((rest, { expression }) => rest.replace(expression(), mask), text);
}

/** A way in which a secret may be spelled. */
interface Form {
	/** What any text has where it has the secret, once both are bare. */
	readonly core: string;
	/** Finds it; compiled only where it may be found, which takes more time than to look through an answer. */
	readonly expression: () => RegExp;
}

/** Text without what may stand between the characters of a secret, and without the letters that this may be written with. */
const bareOf = (text: string): string => text.replace(/[^\w]+|[nrt]+/g, "");

const formOf = (spelling: string): Form => {
	// Letters, digits and underscores are never spelled otherwise, so what is left of them stands together.
	const runs = spelling.slice(0, longestKnown).split(/\W+/).map(bareOf);
	let expression: RegExp | undefined;
	return {
		core: runs.reduce((one, other) => (other.length > one.length ? other : one)),
		expression: () => {
			expression ??= new RegExp(spelled(spelling), "g");
			return expression;
		},
	};
};

/** Of secrets that are looked for in every answer; the signature of a request that goes by is looked for in one. */
const remembered = new Map<string, readonly Form[]>();
const mostRemembered = 64;

function formsOf(secret: string): readonly Form[] {
	const known = remembered.get(secret);
	if (known !== undefined) return known;
	const hex = Buffer.from(secret).toString("hex");
	const forms = [secret, ...base64Of(secret), hex, hex.toUpperCase()].map(formOf);
	const [oldest] = remembered.keys();
	if (oldest !== undefined && remembered.size >= mostRemembered) remembered.delete(oldest);
	remembered.set(secret, forms);
	return forms;
}

/** Characters of a secret that are looked for; of a longer one what follows goes with them. */
const longestKnown = 64;
const following = String.raw`(?:[\w+/=%-]|\\{1,4}[/u=]|&#x?[\da-fA-F]{1,6};|(?:\r?\n|\\{1,4}[nrt])[ \t]{0,8})*`;

/** What may stand between two characters of a secret that was broken into lines. */
const broken = String.raw`(?:\s|\\{1,4}[nrt]){0,8}`;

/** A secret as it is, or as URLs, JSON and XML spell it, also several times over: of those none spells letters and digits in another way. */
function spelled(secret: string): string {
	const characters = [...secret.slice(0, longestKnown)].map((character) => {
		if (/\w/.test(character)) return character;
		const code = character.codePointAt(0) ?? 0;
		const hex = [...code.toString(16).padStart(2, "0")].map((digit) => `[${digit}${digit.toUpperCase()}]`).join("");
		const plain = character.replace(/[\\^$.*+?()[\]{}|/-]/, "\\$&");
		return String.raw`(?:\\{0,4}${plain}|%(?:25){0,3}${hex}|\\{1,4}u00${hex}|&#(?:${code}|[xX]0{0,4}${hex});)`;
	});
	return `${characters.join(broken)}${secret.length > longestKnown ? following : ""}`;
}

/** What of a secret is the same in base64 wherever it stands among other bytes. */
const base64Of = (secret: string): readonly string[] =>
	[0, 1, 2].flatMap((before) => {
		const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]);
		const inner = bytes.toString("base64", before === 0 ? 0 : 3, bytes.length - (bytes.length % 3));
		return inner.length < shortestKnown ? [] : [inner, inner.replaceAll("+", "-").replaceAll("/", "_")];
	});
