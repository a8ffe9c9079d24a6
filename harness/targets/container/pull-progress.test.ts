import { expect, test } from "vitest";
import { createPullProgress } from "./pull-progress.ts";

test("layers and megabytes are summed up, every two seconds at most", () => {
	const lines: string[] = [];
	const progress = createPullProgress((line) => lines.push(line));
	const downloading = (id: string, current: number, total: number) => ({
		id,
		status: "Downloading",
		progressDetail: { current, total },
	});
	progress.take({ status: "Pulling from motoserver/moto", id: "5.2.5" }, 0);
	progress.take({ status: "Pulling fs layer", id: "a" }, 0);
	progress.take({ status: "Already exists", id: "b" }, 100);
	progress.take(downloading("a", 10_000_000, 40_000_000), 1_900);
	progress.take(downloading("a", 20_000_000, 40_000_000), 2_100);
	progress.take(downloading("a", 30_000_000, 40_000_000), 3_000);
	progress.take({ status: "Extracting", id: "a", progressDetail: { current: 1, total: 40_000_000 } }, 4_000);
	progress.take({ status: "Pull complete", id: "a" }, 6_500);
	expect(lines).toEqual(["1 of 2 layers, 20.0 of 40.0 MB", "2 of 2 layers, 40.0 of 40.0 MB"]);
});
