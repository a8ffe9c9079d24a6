import { createHash, createHmac, type Hash, type Hmac } from "node:crypto";

type SourceData = string | ArrayBuffer | ArrayBufferView;

/** SHA-256, or its HMAC with a secret, by Node itself: signing hashes every request, and in JavaScript that takes several times as long. */
export class NativeSha256 {
	readonly #secret: SourceData | undefined;
	#hash: Hash | Hmac;

	constructor(secret?: SourceData) {
		this.#secret = secret;
		this.#hash = begin(secret);
	}

	update(data: SourceData): void {
		this.#hash.update(bytes(data));
	}

	async digest(): Promise<Uint8Array> {
		return this.#hash.digest();
	}

	reset(): void {
		this.#hash = begin(this.#secret);
	}
}

const begin = (secret: SourceData | undefined): Hash | Hmac =>
	secret === undefined ? createHash("sha256") : createHmac("sha256", bytes(secret));

function bytes(data: SourceData): string | Uint8Array {
	if (typeof data === "string") return data;
	if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
	return new Uint8Array(data);
}
