/** What an engine says of one layer while it pulls. */
export interface PullEvent {
	readonly id?: string;
	readonly status?: string;
	readonly progressDetail?: { readonly current?: number; readonly total?: number };
}

/** Milliseconds between two lines. */
const pause = 2_000;

/** Sums up what an engine says of the layers that it pulls, in a line now and then. */
export function createPullProgress(tell: (line: string) => void) {
	const layers = new Map<string, { readonly done: boolean; readonly loaded: number; readonly size: number }>();
	let told: number | undefined;
	return {
		/** @param now milliseconds of a clock that never goes back */
		take({ id, status = "", progressDetail: { current = 0, total = 0 } = {} }: PullEvent, now: number): void {
			if (id === undefined || !layerStatus.test(status)) return;
			const before = layers.get(id) ?? { done: false, loaded: 0, size: 0 };
			const done = finalStatus.test(status);
			const size = status === "Downloading" ? total : before.size;
			const loaded = status === "Downloading" ? current : done ? size : before.loaded;
			layers.set(id, { done, loaded, size });
			told ??= now;
			if (now - told < pause) return;
			told = now;
			tell(line());
		},
	};

	function line(): string {
		const all = [...layers.values()];
		const sum = (of: (layer: (typeof all)[number]) => number) => all.reduce((before, layer) => before + of(layer), 0);
		const size = `${megabytes(sum(({ loaded }) => loaded))} of ${megabytes(sum(({ size: whole }) => whole))} MB`;
		return `${sum(({ done }) => Number(done))} of ${all.length} layers, ${size}`;
	}
}

const layerStatus = /^(Pulling fs layer|Waiting|Downloading|Verifying|Download complete|Extracting|Pull complete|Already exists)/;
const finalStatus = /^(Pull complete|Already exists)/;

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1);
