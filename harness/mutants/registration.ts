import type { Mutant } from "./mutant.ts";

const operation = (name: string) => `specs/model/operations/${name}.ts` as const;
const unvalidated = '["RegisterDomain", "RegisterWorkflowType", "RegisterActivityType", "StartWorkflowExecution"].includes(name)';

/** Ways in which an emulator gets domains, types, names and tags wrong. */
export const registrationMutants: readonly Mutant[] = [
	{
		name: "registrations and starts are taken as they come",
		file: "specs/model/dispatch.ts",
		find: "invalid(validationMessage(parsed.problems))",
		replace: `${unvalidated} ? table[name](context, input) : invalid(validationMessage(parsed.problems))`,
		caughtBy: [
			"domains/a-retention-period-out-of-range-is-refused:*",
			"names/**",
			"priorities/a-priority-that-is-no-number",
			"starting/an-execution-timeout-of-more-than-a-year-is-refused",
			"tags/a-tag-over-256-characters-is-refused",
			"tags/more-than-five-tags-are-refused",
			"types/an-execution-timeout-of-more-than-a-year-is-refused-as-a-default",
			"types/an-execution-timeout-of-none-is-refused-or-accepted-as-a-default",
		],
	},
	{
		name: "a domain is registered again and forgets what it held",
		file: operation("register-domain"),
		find: "model.domains.has(name)",
		replace: "false",
		caughtBy: ["domains/a-domain-can-be-deprecated-and-brought-back", "domains/a-name-that-is-taken-cannot-be-registered"],
	},
	{
		name: "domains are described with a retention period of their own",
		file: operation("describe-domain"),
		find: "domain.retention",
		replace: '"30"',
		caughtBy: ["domains/a-registered-domain-is-described-as-registered"],
	},
	{
		name: "the arn of a domain is spelled as those of other services",
		file: "specs/model/domain-info.ts",
		find: ":/domain/",
		replace: ":domain/",
		caughtBy: ["domains/a-registered-domain-is-described-as-registered"],
	},
	{
		name: "what is unknown is not valid",
		file: "specs/model/outcome.ts",
		find: '"UnknownResourceFault"',
		replace: '"ValidationException"',
		caughtBy: [
			"descriptions/an-unknown-execution-is-refused",
			"domain-tags/an-arn-that-names-no-domain-is-refused",
			"domains/an-operation-in-an-unknown-domain-is-refused:*",
			"domains/an-unknown-domain-is-refused:*",
			"starting/a-start-of-an-unknown-type-is-refused",
			"types/an-unknown-type-is-refused:*",
		],
	},
	{
		name: "domains are listed whatever their status",
		file: operation("list-domains"),
		find: "status === input.registrationStatus",
		replace: "true",
		caughtBy: ["domains/a-domain-can-be-deprecated-and-brought-back", "domains/a-domain-is-listed-under-its-status"],
	},
	{
		name: "the types of a deprecated domain stay registered",
		file: operation("deprecate-domain"),
		find: "{ ...type, deprecatedAt: now }",
		replace: "type",
		caughtBy: ["domains/a-deprecated-domain-takes-nothing-new-and-lets-executions-run"],
	},
	{
		name: "untagging takes every tag away",
		file: operation("untag-resource"),
		find: "domain.tags.deleteAll(tagKeys)",
		replace: "domain.tags.clear()",
		caughtBy: ["domain-tags/tags-of-a-domain-come-and-go"],
	},
	{
		name: "types are told apart by name alone",
		file: "specs/model/model.ts",
		// biome-ignore lint/suspicious/noTemplateCurlyInString: the text of the source
		find: "`${name.length} ${name} ${version}`",
		replace: "name",
		caughtBy: [
			"activities/a-type-that-cannot-be-used-fails-the-decision:unknown-version",
			"continue-as-new/a-version-that-cannot-be-used-fails-the-decision:*",
			"types/another-version-is-another-type",
		],
	},
	{
		name: "descriptions of types are lost",
		file: operation("register-workflow-type"),
		find: '"name", "version", "description"',
		replace: '"name", "version"',
		and: [{ file: operation("register-activity-type"), find: '"name", "version", "description"', replace: '"name", "version"' }],
		caughtBy: [
			"types/a-workflow-type-is-described-as-it-was-registered",
			"types/an-activity-type-is-described-as-it-was-registered",
		],
	},
	{
		name: "types are described with defaults that nobody gave",
		file: operation("describe-workflow-type"),
		find: "configuration: type.configuration",
		replace: 'configuration: { defaultTaskStartToCloseTimeout: "NONE", ...type.configuration }',
		and: [
			{
				file: operation("describe-activity-type"),
				find: "configuration: type.configuration",
				replace: 'configuration: { defaultTaskStartToCloseTimeout: "NONE", ...type.configuration }',
			},
		],
		caughtBy: ["types/a-type-needs-no-defaults:*"],
	},
	{
		name: "a type is registered again and changed",
		file: operation("register-workflow-type"),
		find: "types.has(typeKey(input))",
		replace: "false",
		and: [{ file: operation("register-activity-type"), find: "types.has(typeKey(input))", replace: "false" }],
		caughtBy: ["types/a-second-registration-is-refused-and-changes-nothing"],
	},
	{
		name: "deprecated types have no deprecation date",
		file: "specs/model/type-info.ts",
		find: "{ deprecationDate: toWire(type.deprecatedAt) }",
		replace: "{}",
		caughtBy: ["types/a-type-can-be-deprecated-and-brought-back:*"],
	},
	{
		name: "executions of deprecated types are started",
		file: operation("start-workflow-execution"),
		find: "type.deprecatedAt !== undefined",
		replace: "false",
		caughtBy: [
			"starting/a-start-with-two-things-wrong-is-refused-for-one-of-them",
			"types/an-execution-of-a-deprecated-type-goes-on",
		],
	},
	{
		name: "registered types are deleted",
		file: operation("delete-workflow-type"),
		find: "type.deprecatedAt === undefined",
		replace: "false",
		and: [{ file: operation("delete-activity-type"), find: "type.deprecatedAt === undefined", replace: "false" }],
		caughtBy: ["types/a-type-is-deleted-only-when-it-is-deprecated:*"],
	},
	{
		name: "deleted types stay",
		file: operation("delete-workflow-type"),
		find: "domain.workflowTypes.delete(key)",
		replace: "domain.workflowTypes",
		caughtBy: ["continue-as-new/a-run-of-a-deleted-type", "types/an-execution-of-a-deleted-type-goes-on"],
	},
	{
		name: "types are listed by the beginning of their names",
		file: operation("list-workflow-types"),
		find: "input.name === type.name",
		replace: "type.name.startsWith(input.name)",
		and: [
			{
				file: operation("list-activity-types"),
				find: "input.name === type.name",
				replace: "type.name.startsWith(input.name)",
			},
		],
		caughtBy: ["types/a-list-by-name-holds-all-versions-of-that-name:*"],
	},
	{
		name: "types are listed in the order of their registration",
		file: operation("list-activity-types"),
		find: "positionOf: ({ name, version }) => [name, version]",
		replace: "positionOf: ({ createdAt, name }) => [createdAt, name.length, name.split('').reverse().join('')]",
		caughtBy: ["types/types-are-listed-in-the-order-of-their-names"],
	},
];
