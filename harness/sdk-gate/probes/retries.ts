import type { OperationName } from "../../../specs/wire/contract.ts";
import type { Probe, Reply } from "../observation.ts";
import { answerBody, answered, minimalInput, page, refused } from "./replies.ts";

const throttled = refused(400, { __type: "com.amazon.coral.availability#ThrottlingException", message: "Rate exceeded" });

const codes = [
	...["ThrottlingException", "Throttling", "ThrottledException", "RequestThrottled", "RequestThrottledException"],
	...["RequestLimitExceeded", "TooManyRequestsException", "LimitExceededException", "LimitExceededFault", "SlowDown"],
	...["BandwidthLimitExceeded", "PriorRequestNotComplete", "ProvisionedThroughputExceededException", "EC2ThrottledException"],
	...["TransactionInProgressException", "RequestTimeout", "RequestTimeoutException", "TimeoutError", "InternalFailure"],
	...["InternalError", "ServiceUnavailable", "UnknownResourceFault", "ValidationException", "AccessDeniedException"],
	...["ExpiredToken", "ExpiredTokenException", "UnrecognizedClientException", "InvalidSignatureException", "IncompleteSignature"],
	...["SerializationException", "OperationAborted", "IDPCommunicationError"],
];

const page5xx = { "content-type": "text/html" };
/** A clock that is ahead, and by a second more at each answer: no two dates of a header are as far from the clock of the process. */
const skewed = (type: string, clockAhead: number): readonly Reply[] =>
	[0, 1, 2].map((later) => ({
		...{ status: 400, body: JSON.stringify({ __type: type, message: "Signature expired" }), clockAhead: clockAhead + later },
	}));

const scripts: Readonly<Record<string, readonly Reply[]>> = {
	...Object.fromEntries(codes.map((code) => [`code-${code}`, [refused(400, { __type: code, message: "m" })]])),
	...Object.fromEntries(
		[408, 425, 429, 500, 501, 502, 503, 504, 599].flatMap((status) => [
			[`status-${status}/empty`, [refused(status, "")]],
			[`status-${status}/json`, [refused(status, { message: "m" })]],
			[`status-${status}/html`, [refused(status, page, page5xx)]],
			[`status-${status}/fault`, [refused(status, { __type: "UnknownResourceFault", message: "m" })]],
		]),
	),
	"connection-reset": ["reset"],
	"connection-cut": ["cut"],
	"reset-then-answered": ["reset", answered(answerBody("DescribeDomain"))],
	"throttled-then-answered": [throttled, answered(answerBody("DescribeDomain"))],
	"crashed-twice-then-answered": [refused(500, ""), refused(503, ""), answered(answerBody("DescribeDomain"))],
	"retry-after/seconds": [refused(503, "", { "retry-after": "1" })],
	"retry-after/many-seconds": [refused(503, "", { "retry-after": "3600" })],
	"retry-after/zero": [refused(503, "", { "retry-after": "0" })],
	"retry-after/nonsense": [refused(503, "", { "retry-after": "soon" })],
	"retry-after/throttled": [refused(400, { __type: "ThrottlingException", message: "m" }, { "retry-after": "2" })],
	"retry-after/milliseconds": [refused(503, "", { "x-amz-retry-after": "1500" })],
	...Object.fromEntries(
		["RequestExpired", "RequestTimeTooSkewed", "InvalidSignatureException", "AuthFailure", "RequestInTheFuture"].flatMap(
			(type) => [
				[`clock-skew/${type}/ahead`, skewed(type, 3600)],
				[`clock-skew/${type}/behind`, skewed(type, -3600)],
				[`clock-skew/${type}/then-answered`, [...skewed(type, 3600).slice(0, 1), answered(answerBody("DescribeDomain"))]],
			],
		),
	),
	"clock-skew/answer-ahead": [{ status: 200, body: answerBody("DescribeDomain"), clockAhead: 3600 }],
};

const probe = (
	id: string,
	replies: readonly Reply[],
	more: Partial<Probe> = {},
	operation: OperationName = "DescribeDomain",
) => ({
	...{ id: `retries/${id}`, operation, input: minimalInput(operation), replies, ...more },
});

/** What is tried again, how often, after how long, and by which clock. */
export const retryProbes: readonly Probe[] = [
	...Object.entries(scripts).map(([id, replies]) => probe(id, replies)),
	probe("clock-skew/next-call", [...skewed("RequestExpired", 3600).slice(0, 1), answered(answerBody("DescribeDomain"))], {
		calls: 3,
	}),
	probe("quota/throttled", [throttled], { calls: 60 }),
	probe("quota/crashed", [refused(500, "")], { calls: 60 }),
	probe("quota/crashed-while-polling", [refused(500, "")], { calls: 60 }, "PollForDecisionTask"),
	probe("quota/crashed-while-polling-for-activities", [refused(500, "")], { calls: 60 }, "PollForActivityTask"),
	probe("polling/throttled", [throttled], {}, "PollForDecisionTask"),
	probe("polling/crashed", [refused(500, "")], {}, "PollForActivityTask"),
	probe("starting/crashed", [refused(500, "")], {}, "StartWorkflowExecution"),
];
