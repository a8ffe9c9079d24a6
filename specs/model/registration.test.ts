import { describe, expect, test } from "vitest";
import type { Json } from "../wire/json.ts";
import { drive, text } from "./driver.ts";
import { activityType, decision, domain, rehearse, workflowType } from "./rehearsal.ts";

const retention = { workflowExecutionRetentionPeriodInDays: "7" };
const arn = `arn:aws:swf:us-east-1:123456789012:/domain/${domain}`;

describe("domains", () => {
	test("are described as they were registered", () => {
		const driver = drive();
		driver.ask("RegisterDomain", { name: "d", description: "x", ...retention });
		expect(driver.ask("DescribeDomain", { name: "d" })).toEqual({
			domainInfo: { name: "d", status: "REGISTERED", description: "x", arn: "arn:aws:swf:us-east-1:123456789012:/domain/d" },
			configuration: retention,
		});
	});

	test("keep their name, also when they are deprecated", () => {
		const model = rehearse();
		expect(model.refusal("RegisterDomain", { name: domain, ...retention })).toBe("DomainAlreadyExistsFault");
		expect(model.refusal("UndeprecateDomain", { name: domain })).toBe("DomainAlreadyExistsFault");
		model.ask("DeprecateDomain", { name: domain });
		expect(model.refusal("RegisterDomain", { name: domain, ...retention })).toBe("DomainAlreadyExistsFault");
		expect(model.refusal("DeprecateDomain", { name: domain })).toBe("DomainDeprecatedFault");
		model.ask("UndeprecateDomain", { name: domain });
	});

	test("take their types with them when they are deprecated, and what runs goes on", () => {
		const model = rehearse();
		model.start("w");
		model.ask("DeprecateDomain", { name: domain });
		expect(model.ask("DescribeWorkflowType", { domain, workflowType })).toMatchObject({ typeInfo: { status: "DEPRECATED" } });
		expect(model.refusal("StartWorkflowExecution", { domain, workflowId: "x", workflowType })).toBe("TypeDeprecatedFault");
		expect(model.refusal("RegisterWorkflowType", { domain, name: "n", version: "1" })).toBe("DomainDeprecatedFault");
		model.decide(decision("CompleteWorkflowExecution", {}));
		expect(model.ask("CountClosedWorkflowExecutions", { domain, startTimeFilter: { oldestDate: 0 } })["count"]).toBe(1);
	});

	test("are listed by name, in pages that join to the whole, either way round", () => {
		const driver = drive();
		const names = ["e", "b", "d", "a", "c"];
		for (const name of names) driver.ask("RegisterDomain", { name, ...retention });
		for (const reverseOrder of [false, true]) {
			const listed: Json[] = [];
			let nextPageToken: string | undefined;
			let pages = 0;
			do {
				const page = { registrationStatus: "REGISTERED", maximumPageSize: 2, reverseOrder } as const;
				const answer = driver.ask("ListDomains", { ...page, ...(nextPageToken === undefined ? {} : { nextPageToken }) });
				listed.push(...((answer["domainInfos"] ?? []) as readonly Json[]).map((info) => text(info, "name")));
				nextPageToken = text(answer, "nextPageToken") || undefined;
				pages += 1;
			} while (nextPageToken !== undefined);
			const sorted = [...names].sort();
			expect(listed).toEqual(reverseOrder ? sorted.reverse() : sorted);
			expect(pages).toBe(3);
		}
	});

	test("give no token with a last page that is full, and take none that they did not give", () => {
		const driver = drive();
		for (const name of ["a", "b"]) driver.ask("RegisterDomain", { name, ...retention });
		const full = driver.ask("ListDomains", { registrationStatus: "REGISTERED", maximumPageSize: 2 });
		expect(full).not.toHaveProperty("nextPageToken");
		expect(driver.call("ListDomains", { registrationStatus: "REGISTERED", nextPageToken: "made up" })).toMatchObject({
			fault: { type: "ValidationException", message: "Invalid token" },
		});
	});

	test("carry tags, fifty at most", () => {
		const model = rehearse();
		model.ask("TagResource", { resourceArn: arn, tags: [{ key: "a", value: "1" }, { key: "b" }] });
		model.ask("TagResource", { resourceArn: arn, tags: [{ key: "a", value: "2" }] });
		expect(model.ask("ListTagsForResource", { resourceArn: arn })).toEqual({ tags: [{ key: "a", value: "2" }, { key: "b" }] });
		model.ask("UntagResource", { resourceArn: arn, tagKeys: ["b", "none"] });
		expect(model.ask("ListTagsForResource", { resourceArn: arn })).toEqual({ tags: [{ key: "a", value: "2" }] });
		const fifty = Array.from({ length: 50 }, (_, index) => ({ key: `k${index}` }));
		expect(model.refusal("TagResource", { resourceArn: arn, tags: fifty })).toBe("TooManyTagsFault");
		expect(model.refusal("ListTagsForResource", { resourceArn: `${arn}x` })).toBe("UnknownResourceFault");
	});
});

describe.each([
	["WorkflowType", { workflowType }, workflowType],
	["ActivityType", { activityType }, activityType],
] as const)("%s", (kind, named, type) => {
	const input: Json = { domain, ...named };
	const fails = (operation: string) => rehearse().refusal(`${operation}${kind}` as "DescribeWorkflowType", input);

	test("is registered once, and refuses what needs it deprecated", () => {
		const again = rehearse().call(`Register${kind}`, { domain, ...type });
		const message = `${kind}=[name=${type.name}, version=1]`;
		expect(again).toMatchObject({ fault: { type: "TypeAlreadyExistsFault", message } });
		expect(fails("Undeprecate")).toBe("TypeAlreadyExistsFault");
		expect(fails("Delete")).toBe("TypeNotDeprecatedFault");
	});

	test("comes and goes between the two listings, and is gone for good when deleted", () => {
		const model = rehearse();
		const call = (operation: string): Json => {
			const outcome = model.call(`${operation}${kind}` as "DescribeWorkflowType", input);
			return outcome.kind === "fault" ? outcome.fault.type : (outcome.output ?? "done");
		};
		const listed = (registrationStatus: string) => {
			const answer = model.call(`List${kind}s`, { domain, registrationStatus, name: type.name });
			return answer.kind === "answer" ? answer.output?.["typeInfos"] : answer.fault.type;
		};
		call("Deprecate");
		expect(call("Deprecate")).toBe("TypeDeprecatedFault");
		expect([listed("REGISTERED"), listed("DEPRECATED")]).toMatchObject([[], [{ status: "DEPRECATED" }]]);
		expect(call("Describe")).toHaveProperty("typeInfo.deprecationDate");
		call("Undeprecate");
		expect(call("Describe")).not.toHaveProperty("typeInfo.deprecationDate");
		call("Deprecate");
		call("Delete");
		for (const operation of ["Describe", "Deprecate", "Undeprecate", "Delete"])
			expect(call(operation)).toBe("UnknownResourceFault");
	});

	test("is described with the defaults that it was given and no others", () => {
		const model = rehearse();
		model.ask(`Register${kind}` as "RegisterActivityType", { domain, name: "n", version: "1", defaultTaskPriority: "3" });
		const of =
			kind === "WorkflowType" ? { workflowType: { name: "n", version: "1" } } : { activityType: { name: "n", version: "1" } };
		const described = model.ask(`Describe${kind}` as "DescribeActivityType", { domain, ...of } as never);
		expect(described["configuration"]).toEqual({ defaultTaskPriority: "3" });
	});
});
