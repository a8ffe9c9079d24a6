// Generated from specs/swf.openapi.yaml by `npm run generate`; do not edit.
export const operationShapes = {
	"CountClosedWorkflowExecutions": {
		"input": "CountClosedWorkflowExecutionsInput",
		"output": "WorkflowExecutionCount",
		"faults": [
			"UnknownResourceFault",
			"OperationNotPermittedFault"
		]
	},
	"CountOpenWorkflowExecutions": {
		"input": "CountOpenWorkflowExecutionsInput",
		"output": "WorkflowExecutionCount",
		"faults": [
			"UnknownResourceFault",
			"OperationNotPermittedFault"
		]
	},
	"CountPendingActivityTasks": {
		"input": "CountPendingActivityTasksInput",
		"output": "PendingTaskCount",
		"faults": [
			"UnknownResourceFault",
			"OperationNotPermittedFault"
		]
	},
	"CountPendingDecisionTasks": {
		"input": "CountPendingDecisionTasksInput",
		"output": "PendingTaskCount",
		"faults": [
			"UnknownResourceFault",
			"OperationNotPermittedFault"
		]
	},
	"DeleteActivityType": {
		"input": "DeleteActivityTypeInput",
		"faults": [
			"UnknownResourceFault",
			"TypeNotDeprecatedFault",
			"OperationNotPermittedFault"
		]
	},
	"DeleteWorkflowType": {
		"input": "DeleteWorkflowTypeInput",
		"faults": [
			"UnknownResourceFault",
			"TypeNotDeprecatedFault",
			"OperationNotPermittedFault"
		]
	},
	"DeprecateActivityType": {
		"input": "DeprecateActivityTypeInput",
		"faults": [
			"UnknownResourceFault",
			"TypeDeprecatedFault",
			"OperationNotPermittedFault"
		]
	},
	"DeprecateDomain": {
		"input": "DeprecateDomainInput",
		"faults": [
			"UnknownResourceFault",
			"DomainDeprecatedFault",
			"OperationNotPermittedFault"
		]
	},
	"DeprecateWorkflowType": {
		"input": "DeprecateWorkflowTypeInput",
		"faults": [
			"UnknownResourceFault",
			"TypeDeprecatedFault",
			"OperationNotPermittedFault"
		]
	},
	"DescribeActivityType": {
		"input": "DescribeActivityTypeInput",
		"output": "ActivityTypeDetail",
		"faults": [
			"UnknownResourceFault",
			"OperationNotPermittedFault"
		]
	},
	"DescribeDomain": {
		"input": "DescribeDomainInput",
		"output": "DomainDetail",
		"faults": [
			"UnknownResourceFault",
			"OperationNotPermittedFault"
		]
	},
	"DescribeWorkflowExecution": {
		"input": "DescribeWorkflowExecutionInput",
		"output": "WorkflowExecutionDetail",
		"faults": [
			"UnknownResourceFault",
			"OperationNotPermittedFault"
		]
	},
	"DescribeWorkflowType": {
		"input": "DescribeWorkflowTypeInput",
		"output": "WorkflowTypeDetail",
		"faults": [
			"UnknownResourceFault",
			"OperationNotPermittedFault"
		]
	},
	"GetWorkflowExecutionHistory": {
		"input": "GetWorkflowExecutionHistoryInput",
		"output": "History",
		"faults": [
			"UnknownResourceFault",
			"OperationNotPermittedFault"
		]
	},
	"ListActivityTypes": {
		"input": "ListActivityTypesInput",
		"output": "ActivityTypeInfos",
		"faults": [
			"OperationNotPermittedFault",
			"UnknownResourceFault"
		]
	},
	"ListClosedWorkflowExecutions": {
		"input": "ListClosedWorkflowExecutionsInput",
		"output": "WorkflowExecutionInfos",
		"faults": [
			"UnknownResourceFault",
			"OperationNotPermittedFault"
		]
	},
	"ListDomains": {
		"input": "ListDomainsInput",
		"output": "DomainInfos",
		"faults": [
			"OperationNotPermittedFault"
		]
	},
	"ListOpenWorkflowExecutions": {
		"input": "ListOpenWorkflowExecutionsInput",
		"output": "WorkflowExecutionInfos",
		"faults": [
			"UnknownResourceFault",
			"OperationNotPermittedFault"
		]
	},
	"ListTagsForResource": {
		"input": "ListTagsForResourceInput",
		"output": "ListTagsForResourceOutput",
		"faults": [
			"UnknownResourceFault",
			"LimitExceededFault",
			"OperationNotPermittedFault"
		]
	},
	"ListWorkflowTypes": {
		"input": "ListWorkflowTypesInput",
		"output": "WorkflowTypeInfos",
		"faults": [
			"OperationNotPermittedFault",
			"UnknownResourceFault"
		]
	},
	"PollForActivityTask": {
		"input": "PollForActivityTaskInput",
		"output": "ActivityTask",
		"idle": "IdleActivityTask",
		"faults": [
			"UnknownResourceFault",
			"OperationNotPermittedFault",
			"LimitExceededFault"
		]
	},
	"PollForDecisionTask": {
		"input": "PollForDecisionTaskInput",
		"output": "DecisionTask",
		"idle": "IdleDecisionTask",
		"faults": [
			"UnknownResourceFault",
			"OperationNotPermittedFault",
			"LimitExceededFault"
		]
	},
	"RecordActivityTaskHeartbeat": {
		"input": "RecordActivityTaskHeartbeatInput",
		"output": "ActivityTaskStatus",
		"faults": [
			"UnknownResourceFault",
			"OperationNotPermittedFault"
		]
	},
	"RegisterActivityType": {
		"input": "RegisterActivityTypeInput",
		"faults": [
			"TypeAlreadyExistsFault",
			"LimitExceededFault",
			"UnknownResourceFault",
			"OperationNotPermittedFault",
			"DomainDeprecatedFault"
		]
	},
	"RegisterDomain": {
		"input": "RegisterDomainInput",
		"faults": [
			"DomainAlreadyExistsFault",
			"LimitExceededFault",
			"OperationNotPermittedFault",
			"TooManyTagsFault"
		]
	},
	"RegisterWorkflowType": {
		"input": "RegisterWorkflowTypeInput",
		"faults": [
			"TypeAlreadyExistsFault",
			"LimitExceededFault",
			"UnknownResourceFault",
			"OperationNotPermittedFault",
			"DomainDeprecatedFault"
		]
	},
	"RequestCancelWorkflowExecution": {
		"input": "RequestCancelWorkflowExecutionInput",
		"faults": [
			"UnknownResourceFault",
			"OperationNotPermittedFault"
		]
	},
	"RespondActivityTaskCanceled": {
		"input": "RespondActivityTaskCanceledInput",
		"faults": [
			"UnknownResourceFault",
			"OperationNotPermittedFault"
		]
	},
	"RespondActivityTaskCompleted": {
		"input": "RespondActivityTaskCompletedInput",
		"faults": [
			"UnknownResourceFault",
			"OperationNotPermittedFault"
		]
	},
	"RespondActivityTaskFailed": {
		"input": "RespondActivityTaskFailedInput",
		"faults": [
			"UnknownResourceFault",
			"OperationNotPermittedFault"
		]
	},
	"RespondDecisionTaskCompleted": {
		"input": "RespondDecisionTaskCompletedInput",
		"faults": [
			"UnknownResourceFault",
			"OperationNotPermittedFault"
		]
	},
	"SignalWorkflowExecution": {
		"input": "SignalWorkflowExecutionInput",
		"faults": [
			"UnknownResourceFault",
			"OperationNotPermittedFault"
		]
	},
	"StartWorkflowExecution": {
		"input": "StartWorkflowExecutionInput",
		"output": "Run",
		"faults": [
			"UnknownResourceFault",
			"TypeDeprecatedFault",
			"WorkflowExecutionAlreadyStartedFault",
			"LimitExceededFault",
			"OperationNotPermittedFault",
			"DefaultUndefinedFault"
		]
	},
	"TagResource": {
		"input": "TagResourceInput",
		"faults": [
			"UnknownResourceFault",
			"TooManyTagsFault",
			"LimitExceededFault",
			"OperationNotPermittedFault"
		]
	},
	"TerminateWorkflowExecution": {
		"input": "TerminateWorkflowExecutionInput",
		"faults": [
			"UnknownResourceFault",
			"OperationNotPermittedFault"
		]
	},
	"UndeprecateActivityType": {
		"input": "UndeprecateActivityTypeInput",
		"faults": [
			"UnknownResourceFault",
			"TypeAlreadyExistsFault",
			"OperationNotPermittedFault"
		]
	},
	"UndeprecateDomain": {
		"input": "UndeprecateDomainInput",
		"faults": [
			"UnknownResourceFault",
			"DomainAlreadyExistsFault",
			"OperationNotPermittedFault"
		]
	},
	"UndeprecateWorkflowType": {
		"input": "UndeprecateWorkflowTypeInput",
		"faults": [
			"UnknownResourceFault",
			"TypeAlreadyExistsFault",
			"OperationNotPermittedFault"
		]
	},
	"UntagResource": {
		"input": "UntagResourceInput",
		"faults": [
			"UnknownResourceFault",
			"LimitExceededFault",
			"OperationNotPermittedFault"
		]
	}
} as const;
export const shapeTable = {
	"ActivityId": {
		"type": "string",
		"min": 1,
		"max": 256
	},
	"ActivityTask": {
		"type": "structure",
		"members": {
			"taskToken": "TaskToken",
			"activityId": "ActivityId",
			"startedEventId": "EventId",
			"workflowExecution": "WorkflowExecution",
			"activityType": "ActivityType",
			"input": "Data"
		},
		"required": [
			"taskToken",
			"activityId",
			"startedEventId",
			"workflowExecution",
			"activityType"
		]
	},
	"ActivityTaskCancelRequestedEventAttributes": {
		"type": "structure",
		"members": {
			"decisionTaskCompletedEventId": "EventId",
			"activityId": "ActivityId"
		},
		"required": [
			"decisionTaskCompletedEventId",
			"activityId"
		]
	},
	"ActivityTaskCanceledEventAttributes": {
		"type": "structure",
		"members": {
			"details": "Data",
			"scheduledEventId": "EventId",
			"startedEventId": "EventId",
			"latestCancelRequestedEventId": "EventId"
		},
		"required": [
			"scheduledEventId",
			"startedEventId"
		]
	},
	"ActivityTaskCompletedEventAttributes": {
		"type": "structure",
		"members": {
			"result": "Data",
			"scheduledEventId": "EventId",
			"startedEventId": "EventId"
		},
		"required": [
			"scheduledEventId",
			"startedEventId"
		]
	},
	"ActivityTaskFailedEventAttributes": {
		"type": "structure",
		"members": {
			"reason": "FailureReason",
			"details": "Data",
			"scheduledEventId": "EventId",
			"startedEventId": "EventId"
		},
		"required": [
			"scheduledEventId",
			"startedEventId"
		]
	},
	"ActivityTaskScheduledEventAttributes": {
		"type": "structure",
		"members": {
			"activityType": "ActivityType",
			"activityId": "ActivityId",
			"input": "Data",
			"control": "Data",
			"scheduleToStartTimeout": "DurationInSecondsOptional",
			"scheduleToCloseTimeout": "DurationInSecondsOptional",
			"startToCloseTimeout": "DurationInSecondsOptional",
			"taskList": "TaskList",
			"taskPriority": "TaskPriority",
			"decisionTaskCompletedEventId": "EventId",
			"heartbeatTimeout": "DurationInSecondsOptional"
		},
		"required": [
			"activityType",
			"activityId",
			"taskList",
			"decisionTaskCompletedEventId"
		]
	},
	"ActivityTaskStartedEventAttributes": {
		"type": "structure",
		"members": {
			"identity": "Identity",
			"scheduledEventId": "EventId"
		},
		"required": [
			"scheduledEventId"
		]
	},
	"ActivityTaskStatus": {
		"type": "structure",
		"members": {
			"cancelRequested": "Canceled"
		},
		"required": [
			"cancelRequested"
		]
	},
	"ActivityTaskTimedOutEventAttributes": {
		"type": "structure",
		"members": {
			"timeoutType": "ActivityTaskTimeoutType",
			"scheduledEventId": "EventId",
			"startedEventId": "EventId",
			"details": "LimitedData"
		},
		"required": [
			"timeoutType",
			"scheduledEventId",
			"startedEventId"
		]
	},
	"ActivityTaskTimeoutType": {
		"type": "string",
		"values": [
			"START_TO_CLOSE",
			"SCHEDULE_TO_START",
			"SCHEDULE_TO_CLOSE",
			"HEARTBEAT"
		]
	},
	"ActivityType": {
		"type": "structure",
		"members": {
			"name": "Name",
			"version": "Version"
		},
		"required": [
			"name",
			"version"
		]
	},
	"ActivityTypeConfiguration": {
		"type": "structure",
		"members": {
			"defaultTaskStartToCloseTimeout": "DurationInSecondsOptional",
			"defaultTaskHeartbeatTimeout": "DurationInSecondsOptional",
			"defaultTaskList": "TaskList",
			"defaultTaskPriority": "TaskPriority",
			"defaultTaskScheduleToStartTimeout": "DurationInSecondsOptional",
			"defaultTaskScheduleToCloseTimeout": "DurationInSecondsOptional"
		},
		"required": []
	},
	"ActivityTypeDetail": {
		"type": "structure",
		"members": {
			"typeInfo": "ActivityTypeInfo",
			"configuration": "ActivityTypeConfiguration"
		},
		"required": [
			"typeInfo",
			"configuration"
		]
	},
	"ActivityTypeInfo": {
		"type": "structure",
		"members": {
			"activityType": "ActivityType",
			"status": "RegistrationStatus",
			"description": "Description",
			"creationDate": "Timestamp",
			"deprecationDate": "Timestamp"
		},
		"required": [
			"activityType",
			"status",
			"creationDate"
		]
	},
	"ActivityTypeInfoList": {
		"type": "list",
		"member": "ActivityTypeInfo"
	},
	"ActivityTypeInfos": {
		"type": "structure",
		"members": {
			"typeInfos": "ActivityTypeInfoList",
			"nextPageToken": "PageToken"
		},
		"required": [
			"typeInfos"
		]
	},
	"Arn": {
		"type": "string",
		"min": 1,
		"max": 1600
	},
	"CancelTimerDecisionAttributes": {
		"type": "structure",
		"members": {
			"timerId": "TimerId"
		},
		"required": [
			"timerId"
		]
	},
	"CancelTimerFailedCause": {
		"type": "string",
		"values": [
			"TIMER_ID_UNKNOWN",
			"OPERATION_NOT_PERMITTED"
		]
	},
	"CancelTimerFailedEventAttributes": {
		"type": "structure",
		"members": {
			"timerId": "TimerId",
			"cause": "CancelTimerFailedCause",
			"decisionTaskCompletedEventId": "EventId"
		},
		"required": [
			"timerId",
			"cause",
			"decisionTaskCompletedEventId"
		]
	},
	"CancelWorkflowExecutionDecisionAttributes": {
		"type": "structure",
		"members": {
			"details": "Data"
		},
		"required": []
	},
	"CancelWorkflowExecutionFailedCause": {
		"type": "string",
		"values": [
			"UNHANDLED_DECISION",
			"OPERATION_NOT_PERMITTED"
		]
	},
	"CancelWorkflowExecutionFailedEventAttributes": {
		"type": "structure",
		"members": {
			"cause": "CancelWorkflowExecutionFailedCause",
			"decisionTaskCompletedEventId": "EventId"
		},
		"required": [
			"cause",
			"decisionTaskCompletedEventId"
		]
	},
	"Canceled": {
		"type": "boolean"
	},
	"CauseMessage": {
		"type": "string",
		"max": 1728
	},
	"ChildPolicy": {
		"type": "string",
		"values": [
			"TERMINATE",
			"REQUEST_CANCEL",
			"ABANDON"
		]
	},
	"ChildWorkflowExecutionCanceledEventAttributes": {
		"type": "structure",
		"members": {
			"workflowExecution": "WorkflowExecution",
			"workflowType": "WorkflowType",
			"details": "Data",
			"initiatedEventId": "EventId",
			"startedEventId": "EventId"
		},
		"required": [
			"workflowExecution",
			"workflowType",
			"initiatedEventId",
			"startedEventId"
		]
	},
	"ChildWorkflowExecutionCompletedEventAttributes": {
		"type": "structure",
		"members": {
			"workflowExecution": "WorkflowExecution",
			"workflowType": "WorkflowType",
			"result": "Data",
			"initiatedEventId": "EventId",
			"startedEventId": "EventId"
		},
		"required": [
			"workflowExecution",
			"workflowType",
			"initiatedEventId",
			"startedEventId"
		]
	},
	"ChildWorkflowExecutionFailedEventAttributes": {
		"type": "structure",
		"members": {
			"workflowExecution": "WorkflowExecution",
			"workflowType": "WorkflowType",
			"reason": "FailureReason",
			"details": "Data",
			"initiatedEventId": "EventId",
			"startedEventId": "EventId"
		},
		"required": [
			"workflowExecution",
			"workflowType",
			"initiatedEventId",
			"startedEventId"
		]
	},
	"ChildWorkflowExecutionStartedEventAttributes": {
		"type": "structure",
		"members": {
			"workflowExecution": "WorkflowExecution",
			"workflowType": "WorkflowType",
			"initiatedEventId": "EventId"
		},
		"required": [
			"workflowExecution",
			"workflowType",
			"initiatedEventId"
		]
	},
	"ChildWorkflowExecutionTerminatedEventAttributes": {
		"type": "structure",
		"members": {
			"workflowExecution": "WorkflowExecution",
			"workflowType": "WorkflowType",
			"initiatedEventId": "EventId",
			"startedEventId": "EventId"
		},
		"required": [
			"workflowExecution",
			"workflowType",
			"initiatedEventId",
			"startedEventId"
		]
	},
	"ChildWorkflowExecutionTimedOutEventAttributes": {
		"type": "structure",
		"members": {
			"workflowExecution": "WorkflowExecution",
			"workflowType": "WorkflowType",
			"timeoutType": "WorkflowExecutionTimeoutType",
			"initiatedEventId": "EventId",
			"startedEventId": "EventId"
		},
		"required": [
			"workflowExecution",
			"workflowType",
			"timeoutType",
			"initiatedEventId",
			"startedEventId"
		]
	},
	"CloseStatus": {
		"type": "string",
		"values": [
			"COMPLETED",
			"FAILED",
			"CANCELED",
			"TERMINATED",
			"CONTINUED_AS_NEW",
			"TIMED_OUT"
		]
	},
	"CloseStatusFilter": {
		"type": "structure",
		"members": {
			"status": "CloseStatus"
		},
		"required": [
			"status"
		]
	},
	"CompleteWorkflowExecutionDecisionAttributes": {
		"type": "structure",
		"members": {
			"result": "Data"
		},
		"required": []
	},
	"CompleteWorkflowExecutionFailedCause": {
		"type": "string",
		"values": [
			"UNHANDLED_DECISION",
			"OPERATION_NOT_PERMITTED"
		]
	},
	"CompleteWorkflowExecutionFailedEventAttributes": {
		"type": "structure",
		"members": {
			"cause": "CompleteWorkflowExecutionFailedCause",
			"decisionTaskCompletedEventId": "EventId"
		},
		"required": [
			"cause",
			"decisionTaskCompletedEventId"
		]
	},
	"ContinueAsNewWorkflowExecutionDecisionAttributes": {
		"type": "structure",
		"members": {
			"input": "Data",
			"executionStartToCloseTimeout": "DurationInSecondsOptional",
			"taskList": "TaskList",
			"taskPriority": "TaskPriority",
			"taskStartToCloseTimeout": "DurationInSecondsOptional",
			"childPolicy": "ChildPolicy",
			"tagList": "TagList",
			"workflowTypeVersion": "Version",
			"lambdaRole": "Arn"
		},
		"required": []
	},
	"ContinueAsNewWorkflowExecutionFailedCause": {
		"type": "string",
		"values": [
			"UNHANDLED_DECISION",
			"WORKFLOW_TYPE_DEPRECATED",
			"WORKFLOW_TYPE_DOES_NOT_EXIST",
			"DEFAULT_EXECUTION_START_TO_CLOSE_TIMEOUT_UNDEFINED",
			"DEFAULT_TASK_START_TO_CLOSE_TIMEOUT_UNDEFINED",
			"DEFAULT_TASK_LIST_UNDEFINED",
			"DEFAULT_CHILD_POLICY_UNDEFINED",
			"CONTINUE_AS_NEW_WORKFLOW_EXECUTION_RATE_EXCEEDED",
			"OPERATION_NOT_PERMITTED"
		]
	},
	"ContinueAsNewWorkflowExecutionFailedEventAttributes": {
		"type": "structure",
		"members": {
			"cause": "ContinueAsNewWorkflowExecutionFailedCause",
			"decisionTaskCompletedEventId": "EventId"
		},
		"required": [
			"cause",
			"decisionTaskCompletedEventId"
		]
	},
	"Count": {
		"type": "integer",
		"min": 0
	},
	"CountClosedWorkflowExecutionsInput": {
		"type": "structure",
		"members": {
			"domain": "DomainName",
			"startTimeFilter": "ExecutionTimeFilter",
			"closeTimeFilter": "ExecutionTimeFilter",
			"executionFilter": "WorkflowExecutionFilter",
			"typeFilter": "WorkflowTypeFilter",
			"tagFilter": "TagFilter",
			"closeStatusFilter": "CloseStatusFilter"
		},
		"required": [
			"domain"
		]
	},
	"CountOpenWorkflowExecutionsInput": {
		"type": "structure",
		"members": {
			"domain": "DomainName",
			"startTimeFilter": "ExecutionTimeFilter",
			"typeFilter": "WorkflowTypeFilter",
			"tagFilter": "TagFilter",
			"executionFilter": "WorkflowExecutionFilter"
		},
		"required": [
			"domain",
			"startTimeFilter"
		]
	},
	"CountPendingActivityTasksInput": {
		"type": "structure",
		"members": {
			"domain": "DomainName",
			"taskList": "TaskList"
		},
		"required": [
			"domain",
			"taskList"
		]
	},
	"CountPendingDecisionTasksInput": {
		"type": "structure",
		"members": {
			"domain": "DomainName",
			"taskList": "TaskList"
		},
		"required": [
			"domain",
			"taskList"
		]
	},
	"Data": {
		"type": "string",
		"max": 32768
	},
	"Decision": {
		"type": "structure",
		"members": {
			"decisionType": "DecisionType",
			"scheduleActivityTaskDecisionAttributes": "ScheduleActivityTaskDecisionAttributes",
			"requestCancelActivityTaskDecisionAttributes": "RequestCancelActivityTaskDecisionAttributes",
			"completeWorkflowExecutionDecisionAttributes": "CompleteWorkflowExecutionDecisionAttributes",
			"failWorkflowExecutionDecisionAttributes": "FailWorkflowExecutionDecisionAttributes",
			"cancelWorkflowExecutionDecisionAttributes": "CancelWorkflowExecutionDecisionAttributes",
			"continueAsNewWorkflowExecutionDecisionAttributes": "ContinueAsNewWorkflowExecutionDecisionAttributes",
			"recordMarkerDecisionAttributes": "RecordMarkerDecisionAttributes",
			"startTimerDecisionAttributes": "StartTimerDecisionAttributes",
			"cancelTimerDecisionAttributes": "CancelTimerDecisionAttributes",
			"signalExternalWorkflowExecutionDecisionAttributes": "SignalExternalWorkflowExecutionDecisionAttributes",
			"requestCancelExternalWorkflowExecutionDecisionAttributes": "RequestCancelExternalWorkflowExecutionDecisionAttributes",
			"startChildWorkflowExecutionDecisionAttributes": "StartChildWorkflowExecutionDecisionAttributes",
			"scheduleLambdaFunctionDecisionAttributes": "ScheduleLambdaFunctionDecisionAttributes"
		},
		"required": [
			"decisionType"
		]
	},
	"DecisionList": {
		"type": "list",
		"member": "Decision"
	},
	"DecisionTask": {
		"type": "structure",
		"members": {
			"taskToken": "TaskToken",
			"startedEventId": "EventId",
			"workflowExecution": "WorkflowExecution",
			"workflowType": "WorkflowType",
			"events": "HistoryEventList",
			"nextPageToken": "PageToken",
			"previousStartedEventId": "EventId"
		},
		"required": [
			"taskToken",
			"startedEventId",
			"workflowExecution",
			"workflowType",
			"events"
		]
	},
	"DecisionTaskCompletedEventAttributes": {
		"type": "structure",
		"members": {
			"executionContext": "Data",
			"scheduledEventId": "EventId",
			"startedEventId": "EventId",
			"taskList": "TaskList",
			"taskListScheduleToStartTimeout": "DurationInSecondsOptional"
		},
		"required": [
			"scheduledEventId",
			"startedEventId"
		]
	},
	"DecisionTaskScheduledEventAttributes": {
		"type": "structure",
		"members": {
			"taskList": "TaskList",
			"taskPriority": "TaskPriority",
			"startToCloseTimeout": "DurationInSecondsOptional",
			"scheduleToStartTimeout": "DurationInSecondsOptional"
		},
		"required": [
			"taskList"
		]
	},
	"DecisionTaskStartedEventAttributes": {
		"type": "structure",
		"members": {
			"identity": "Identity",
			"scheduledEventId": "EventId"
		},
		"required": [
			"scheduledEventId"
		]
	},
	"DecisionTaskTimedOutEventAttributes": {
		"type": "structure",
		"members": {
			"timeoutType": "DecisionTaskTimeoutType",
			"scheduledEventId": "EventId",
			"startedEventId": "EventId"
		},
		"required": [
			"timeoutType",
			"scheduledEventId",
			"startedEventId"
		]
	},
	"DecisionTaskTimeoutType": {
		"type": "string",
		"values": [
			"START_TO_CLOSE",
			"SCHEDULE_TO_START"
		]
	},
	"DecisionType": {
		"type": "string",
		"values": [
			"ScheduleActivityTask",
			"RequestCancelActivityTask",
			"CompleteWorkflowExecution",
			"FailWorkflowExecution",
			"CancelWorkflowExecution",
			"ContinueAsNewWorkflowExecution",
			"RecordMarker",
			"StartTimer",
			"CancelTimer",
			"SignalExternalWorkflowExecution",
			"RequestCancelExternalWorkflowExecution",
			"StartChildWorkflowExecution",
			"ScheduleLambdaFunction"
		]
	},
	"DefaultUndefinedFault": {
		"type": "structure",
		"members": {
			"message": "ErrorMessage"
		},
		"required": []
	},
	"DeleteActivityTypeInput": {
		"type": "structure",
		"members": {
			"domain": "DomainName",
			"activityType": "ActivityType"
		},
		"required": [
			"domain",
			"activityType"
		]
	},
	"DeleteWorkflowTypeInput": {
		"type": "structure",
		"members": {
			"domain": "DomainName",
			"workflowType": "WorkflowType"
		},
		"required": [
			"domain",
			"workflowType"
		]
	},
	"DeprecateActivityTypeInput": {
		"type": "structure",
		"members": {
			"domain": "DomainName",
			"activityType": "ActivityType"
		},
		"required": [
			"domain",
			"activityType"
		]
	},
	"DeprecateDomainInput": {
		"type": "structure",
		"members": {
			"name": "DomainName"
		},
		"required": [
			"name"
		]
	},
	"DeprecateWorkflowTypeInput": {
		"type": "structure",
		"members": {
			"domain": "DomainName",
			"workflowType": "WorkflowType"
		},
		"required": [
			"domain",
			"workflowType"
		]
	},
	"DescribeActivityTypeInput": {
		"type": "structure",
		"members": {
			"domain": "DomainName",
			"activityType": "ActivityType"
		},
		"required": [
			"domain",
			"activityType"
		]
	},
	"DescribeDomainInput": {
		"type": "structure",
		"members": {
			"name": "DomainName"
		},
		"required": [
			"name"
		]
	},
	"DescribeWorkflowExecutionInput": {
		"type": "structure",
		"members": {
			"domain": "DomainName",
			"execution": "WorkflowExecution"
		},
		"required": [
			"domain",
			"execution"
		]
	},
	"DescribeWorkflowTypeInput": {
		"type": "structure",
		"members": {
			"domain": "DomainName",
			"workflowType": "WorkflowType"
		},
		"required": [
			"domain",
			"workflowType"
		]
	},
	"Description": {
		"type": "string",
		"max": 1024
	},
	"DomainAlreadyExistsFault": {
		"type": "structure",
		"members": {
			"message": "ErrorMessage"
		},
		"required": []
	},
	"DomainConfiguration": {
		"type": "structure",
		"members": {
			"workflowExecutionRetentionPeriodInDays": "DurationInDays"
		},
		"required": [
			"workflowExecutionRetentionPeriodInDays"
		]
	},
	"DomainDeprecatedFault": {
		"type": "structure",
		"members": {
			"message": "ErrorMessage"
		},
		"required": []
	},
	"DomainDetail": {
		"type": "structure",
		"members": {
			"domainInfo": "DomainInfo",
			"configuration": "DomainConfiguration"
		},
		"required": [
			"domainInfo",
			"configuration"
		]
	},
	"DomainInfo": {
		"type": "structure",
		"members": {
			"name": "DomainName",
			"status": "RegistrationStatus",
			"description": "Description",
			"arn": "Arn"
		},
		"required": [
			"name",
			"status"
		]
	},
	"DomainInfoList": {
		"type": "list",
		"member": "DomainInfo"
	},
	"DomainInfos": {
		"type": "structure",
		"members": {
			"domainInfos": "DomainInfoList",
			"nextPageToken": "PageToken"
		},
		"required": [
			"domainInfos"
		]
	},
	"DomainName": {
		"type": "string",
		"min": 1,
		"max": 256
	},
	"DurationInDays": {
		"type": "string",
		"min": 1,
		"max": 8,
		"pattern": "^(0*([0-9]|[1-8][0-9]|90)|NONE)$"
	},
	"DurationInSeconds": {
		"type": "string",
		"min": 1,
		"max": 8,
		"pattern": "^([0-9]+|NONE)$"
	},
	"DurationInSecondsOptional": {
		"type": "string",
		"max": 8,
		"pattern": "^([0-9]*|NONE)$"
	},
	"ErrorMessage": {
		"type": "string"
	},
	"EventId": {
		"type": "long"
	},
	"EventType": {
		"type": "string",
		"values": [
			"WorkflowExecutionStarted",
			"WorkflowExecutionCancelRequested",
			"WorkflowExecutionCompleted",
			"CompleteWorkflowExecutionFailed",
			"WorkflowExecutionFailed",
			"FailWorkflowExecutionFailed",
			"WorkflowExecutionTimedOut",
			"WorkflowExecutionCanceled",
			"CancelWorkflowExecutionFailed",
			"WorkflowExecutionContinuedAsNew",
			"ContinueAsNewWorkflowExecutionFailed",
			"WorkflowExecutionTerminated",
			"DecisionTaskScheduled",
			"DecisionTaskStarted",
			"DecisionTaskCompleted",
			"DecisionTaskTimedOut",
			"ActivityTaskScheduled",
			"ScheduleActivityTaskFailed",
			"ActivityTaskStarted",
			"ActivityTaskCompleted",
			"ActivityTaskFailed",
			"ActivityTaskTimedOut",
			"ActivityTaskCanceled",
			"ActivityTaskCancelRequested",
			"RequestCancelActivityTaskFailed",
			"WorkflowExecutionSignaled",
			"MarkerRecorded",
			"RecordMarkerFailed",
			"TimerStarted",
			"StartTimerFailed",
			"TimerFired",
			"TimerCanceled",
			"CancelTimerFailed",
			"StartChildWorkflowExecutionInitiated",
			"StartChildWorkflowExecutionFailed",
			"ChildWorkflowExecutionStarted",
			"ChildWorkflowExecutionCompleted",
			"ChildWorkflowExecutionFailed",
			"ChildWorkflowExecutionTimedOut",
			"ChildWorkflowExecutionCanceled",
			"ChildWorkflowExecutionTerminated",
			"SignalExternalWorkflowExecutionInitiated",
			"SignalExternalWorkflowExecutionFailed",
			"ExternalWorkflowExecutionSignaled",
			"RequestCancelExternalWorkflowExecutionInitiated",
			"RequestCancelExternalWorkflowExecutionFailed",
			"ExternalWorkflowExecutionCancelRequested",
			"LambdaFunctionScheduled",
			"LambdaFunctionStarted",
			"LambdaFunctionCompleted",
			"LambdaFunctionFailed",
			"LambdaFunctionTimedOut",
			"ScheduleLambdaFunctionFailed",
			"StartLambdaFunctionFailed"
		]
	},
	"ExecutionStatus": {
		"type": "string",
		"values": [
			"OPEN",
			"CLOSED"
		]
	},
	"ExecutionTimeFilter": {
		"type": "structure",
		"members": {
			"oldestDate": "Timestamp",
			"latestDate": "Timestamp"
		},
		"required": [
			"oldestDate"
		]
	},
	"ExternalWorkflowExecutionCancelRequestedEventAttributes": {
		"type": "structure",
		"members": {
			"workflowExecution": "WorkflowExecution",
			"initiatedEventId": "EventId"
		},
		"required": [
			"workflowExecution",
			"initiatedEventId"
		]
	},
	"ExternalWorkflowExecutionSignaledEventAttributes": {
		"type": "structure",
		"members": {
			"workflowExecution": "WorkflowExecution",
			"initiatedEventId": "EventId"
		},
		"required": [
			"workflowExecution",
			"initiatedEventId"
		]
	},
	"FailWorkflowExecutionDecisionAttributes": {
		"type": "structure",
		"members": {
			"reason": "FailureReason",
			"details": "Data"
		},
		"required": []
	},
	"FailWorkflowExecutionFailedCause": {
		"type": "string",
		"values": [
			"UNHANDLED_DECISION",
			"OPERATION_NOT_PERMITTED"
		]
	},
	"FailWorkflowExecutionFailedEventAttributes": {
		"type": "structure",
		"members": {
			"cause": "FailWorkflowExecutionFailedCause",
			"decisionTaskCompletedEventId": "EventId"
		},
		"required": [
			"cause",
			"decisionTaskCompletedEventId"
		]
	},
	"FailureReason": {
		"type": "string",
		"max": 256
	},
	"FunctionId": {
		"type": "string",
		"min": 1,
		"max": 256
	},
	"FunctionInput": {
		"type": "string",
		"min": 0,
		"max": 32768
	},
	"FunctionName": {
		"type": "string",
		"min": 1,
		"max": 64
	},
	"GetWorkflowExecutionHistoryInput": {
		"type": "structure",
		"members": {
			"domain": "DomainName",
			"execution": "WorkflowExecution",
			"nextPageToken": "PageToken",
			"maximumPageSize": "PageSize",
			"reverseOrder": "ReverseOrder"
		},
		"required": [
			"domain",
			"execution"
		]
	},
	"History": {
		"type": "structure",
		"members": {
			"events": "HistoryEventList",
			"nextPageToken": "PageToken"
		},
		"required": [
			"events"
		]
	},
	"HistoryEvent": {
		"type": "structure",
		"members": {
			"eventTimestamp": "Timestamp",
			"eventType": "EventType",
			"eventId": "EventId",
			"workflowExecutionStartedEventAttributes": "WorkflowExecutionStartedEventAttributes",
			"workflowExecutionCompletedEventAttributes": "WorkflowExecutionCompletedEventAttributes",
			"completeWorkflowExecutionFailedEventAttributes": "CompleteWorkflowExecutionFailedEventAttributes",
			"workflowExecutionFailedEventAttributes": "WorkflowExecutionFailedEventAttributes",
			"failWorkflowExecutionFailedEventAttributes": "FailWorkflowExecutionFailedEventAttributes",
			"workflowExecutionTimedOutEventAttributes": "WorkflowExecutionTimedOutEventAttributes",
			"workflowExecutionCanceledEventAttributes": "WorkflowExecutionCanceledEventAttributes",
			"cancelWorkflowExecutionFailedEventAttributes": "CancelWorkflowExecutionFailedEventAttributes",
			"workflowExecutionContinuedAsNewEventAttributes": "WorkflowExecutionContinuedAsNewEventAttributes",
			"continueAsNewWorkflowExecutionFailedEventAttributes": "ContinueAsNewWorkflowExecutionFailedEventAttributes",
			"workflowExecutionTerminatedEventAttributes": "WorkflowExecutionTerminatedEventAttributes",
			"workflowExecutionCancelRequestedEventAttributes": "WorkflowExecutionCancelRequestedEventAttributes",
			"decisionTaskScheduledEventAttributes": "DecisionTaskScheduledEventAttributes",
			"decisionTaskStartedEventAttributes": "DecisionTaskStartedEventAttributes",
			"decisionTaskCompletedEventAttributes": "DecisionTaskCompletedEventAttributes",
			"decisionTaskTimedOutEventAttributes": "DecisionTaskTimedOutEventAttributes",
			"activityTaskScheduledEventAttributes": "ActivityTaskScheduledEventAttributes",
			"activityTaskStartedEventAttributes": "ActivityTaskStartedEventAttributes",
			"activityTaskCompletedEventAttributes": "ActivityTaskCompletedEventAttributes",
			"activityTaskFailedEventAttributes": "ActivityTaskFailedEventAttributes",
			"activityTaskTimedOutEventAttributes": "ActivityTaskTimedOutEventAttributes",
			"activityTaskCanceledEventAttributes": "ActivityTaskCanceledEventAttributes",
			"activityTaskCancelRequestedEventAttributes": "ActivityTaskCancelRequestedEventAttributes",
			"workflowExecutionSignaledEventAttributes": "WorkflowExecutionSignaledEventAttributes",
			"markerRecordedEventAttributes": "MarkerRecordedEventAttributes",
			"recordMarkerFailedEventAttributes": "RecordMarkerFailedEventAttributes",
			"timerStartedEventAttributes": "TimerStartedEventAttributes",
			"timerFiredEventAttributes": "TimerFiredEventAttributes",
			"timerCanceledEventAttributes": "TimerCanceledEventAttributes",
			"startChildWorkflowExecutionInitiatedEventAttributes": "StartChildWorkflowExecutionInitiatedEventAttributes",
			"childWorkflowExecutionStartedEventAttributes": "ChildWorkflowExecutionStartedEventAttributes",
			"childWorkflowExecutionCompletedEventAttributes": "ChildWorkflowExecutionCompletedEventAttributes",
			"childWorkflowExecutionFailedEventAttributes": "ChildWorkflowExecutionFailedEventAttributes",
			"childWorkflowExecutionTimedOutEventAttributes": "ChildWorkflowExecutionTimedOutEventAttributes",
			"childWorkflowExecutionCanceledEventAttributes": "ChildWorkflowExecutionCanceledEventAttributes",
			"childWorkflowExecutionTerminatedEventAttributes": "ChildWorkflowExecutionTerminatedEventAttributes",
			"signalExternalWorkflowExecutionInitiatedEventAttributes": "SignalExternalWorkflowExecutionInitiatedEventAttributes",
			"externalWorkflowExecutionSignaledEventAttributes": "ExternalWorkflowExecutionSignaledEventAttributes",
			"signalExternalWorkflowExecutionFailedEventAttributes": "SignalExternalWorkflowExecutionFailedEventAttributes",
			"externalWorkflowExecutionCancelRequestedEventAttributes": "ExternalWorkflowExecutionCancelRequestedEventAttributes",
			"requestCancelExternalWorkflowExecutionInitiatedEventAttributes": "RequestCancelExternalWorkflowExecutionInitiatedEventAttributes",
			"requestCancelExternalWorkflowExecutionFailedEventAttributes": "RequestCancelExternalWorkflowExecutionFailedEventAttributes",
			"scheduleActivityTaskFailedEventAttributes": "ScheduleActivityTaskFailedEventAttributes",
			"requestCancelActivityTaskFailedEventAttributes": "RequestCancelActivityTaskFailedEventAttributes",
			"startTimerFailedEventAttributes": "StartTimerFailedEventAttributes",
			"cancelTimerFailedEventAttributes": "CancelTimerFailedEventAttributes",
			"startChildWorkflowExecutionFailedEventAttributes": "StartChildWorkflowExecutionFailedEventAttributes",
			"lambdaFunctionScheduledEventAttributes": "LambdaFunctionScheduledEventAttributes",
			"lambdaFunctionStartedEventAttributes": "LambdaFunctionStartedEventAttributes",
			"lambdaFunctionCompletedEventAttributes": "LambdaFunctionCompletedEventAttributes",
			"lambdaFunctionFailedEventAttributes": "LambdaFunctionFailedEventAttributes",
			"lambdaFunctionTimedOutEventAttributes": "LambdaFunctionTimedOutEventAttributes",
			"scheduleLambdaFunctionFailedEventAttributes": "ScheduleLambdaFunctionFailedEventAttributes",
			"startLambdaFunctionFailedEventAttributes": "StartLambdaFunctionFailedEventAttributes"
		},
		"required": [
			"eventTimestamp",
			"eventType",
			"eventId"
		]
	},
	"HistoryEventList": {
		"type": "list",
		"member": "HistoryEvent"
	},
	"Identity": {
		"type": "string",
		"max": 256
	},
	"IdleActivityTask": {
		"type": "structure",
		"members": {
			"taskToken": "NoText",
			"activityId": "NoText",
			"startedEventId": "NoEventId"
		},
		"required": []
	},
	"IdleDecisionTask": {
		"type": "structure",
		"members": {
			"taskToken": "NoText",
			"startedEventId": "NoEventId",
			"previousStartedEventId": "NoEventId"
		},
		"required": []
	},
	"LambdaFunctionCompletedEventAttributes": {
		"type": "structure",
		"members": {
			"scheduledEventId": "EventId",
			"startedEventId": "EventId",
			"result": "Data"
		},
		"required": [
			"scheduledEventId",
			"startedEventId"
		]
	},
	"LambdaFunctionFailedEventAttributes": {
		"type": "structure",
		"members": {
			"scheduledEventId": "EventId",
			"startedEventId": "EventId",
			"reason": "FailureReason",
			"details": "Data"
		},
		"required": [
			"scheduledEventId",
			"startedEventId"
		]
	},
	"LambdaFunctionScheduledEventAttributes": {
		"type": "structure",
		"members": {
			"id": "FunctionId",
			"name": "FunctionName",
			"control": "Data",
			"input": "FunctionInput",
			"startToCloseTimeout": "DurationInSecondsOptional",
			"decisionTaskCompletedEventId": "EventId"
		},
		"required": [
			"id",
			"name",
			"decisionTaskCompletedEventId"
		]
	},
	"LambdaFunctionStartedEventAttributes": {
		"type": "structure",
		"members": {
			"scheduledEventId": "EventId"
		},
		"required": [
			"scheduledEventId"
		]
	},
	"LambdaFunctionTimedOutEventAttributes": {
		"type": "structure",
		"members": {
			"scheduledEventId": "EventId",
			"startedEventId": "EventId",
			"timeoutType": "LambdaFunctionTimeoutType"
		},
		"required": [
			"scheduledEventId",
			"startedEventId"
		]
	},
	"LambdaFunctionTimeoutType": {
		"type": "string",
		"values": [
			"START_TO_CLOSE"
		]
	},
	"LimitExceededFault": {
		"type": "structure",
		"members": {
			"message": "ErrorMessage"
		},
		"required": []
	},
	"LimitedData": {
		"type": "string",
		"max": 2048
	},
	"ListActivityTypesInput": {
		"type": "structure",
		"members": {
			"domain": "DomainName",
			"name": "Name",
			"registrationStatus": "RegistrationStatus",
			"nextPageToken": "PageToken",
			"maximumPageSize": "PageSize",
			"reverseOrder": "ReverseOrder"
		},
		"required": [
			"domain",
			"registrationStatus"
		]
	},
	"ListClosedWorkflowExecutionsInput": {
		"type": "structure",
		"members": {
			"domain": "DomainName",
			"startTimeFilter": "ExecutionTimeFilter",
			"closeTimeFilter": "ExecutionTimeFilter",
			"executionFilter": "WorkflowExecutionFilter",
			"closeStatusFilter": "CloseStatusFilter",
			"typeFilter": "WorkflowTypeFilter",
			"tagFilter": "TagFilter",
			"nextPageToken": "PageToken",
			"maximumPageSize": "PageSize",
			"reverseOrder": "ReverseOrder"
		},
		"required": [
			"domain"
		]
	},
	"ListDomainsInput": {
		"type": "structure",
		"members": {
			"nextPageToken": "PageToken",
			"registrationStatus": "RegistrationStatus",
			"maximumPageSize": "PageSize",
			"reverseOrder": "ReverseOrder"
		},
		"required": [
			"registrationStatus"
		]
	},
	"ListOpenWorkflowExecutionsInput": {
		"type": "structure",
		"members": {
			"domain": "DomainName",
			"startTimeFilter": "ExecutionTimeFilter",
			"typeFilter": "WorkflowTypeFilter",
			"tagFilter": "TagFilter",
			"nextPageToken": "PageToken",
			"maximumPageSize": "PageSize",
			"reverseOrder": "ReverseOrder",
			"executionFilter": "WorkflowExecutionFilter"
		},
		"required": [
			"domain",
			"startTimeFilter"
		]
	},
	"ListTagsForResourceInput": {
		"type": "structure",
		"members": {
			"resourceArn": "Arn"
		},
		"required": [
			"resourceArn"
		]
	},
	"ListTagsForResourceOutput": {
		"type": "structure",
		"members": {
			"tags": "ResourceTagList"
		},
		"required": []
	},
	"ListWorkflowTypesInput": {
		"type": "structure",
		"members": {
			"domain": "DomainName",
			"name": "Name",
			"registrationStatus": "RegistrationStatus",
			"nextPageToken": "PageToken",
			"maximumPageSize": "PageSize",
			"reverseOrder": "ReverseOrder"
		},
		"required": [
			"domain",
			"registrationStatus"
		]
	},
	"MarkerName": {
		"type": "string",
		"min": 1,
		"max": 256
	},
	"MarkerRecordedEventAttributes": {
		"type": "structure",
		"members": {
			"markerName": "MarkerName",
			"details": "Data",
			"decisionTaskCompletedEventId": "EventId"
		},
		"required": [
			"markerName",
			"decisionTaskCompletedEventId"
		]
	},
	"Name": {
		"type": "string",
		"min": 1,
		"max": 256
	},
	"NoEventId": {
		"type": "long",
		"min": 0,
		"max": 0
	},
	"NoText": {
		"type": "string",
		"max": 0
	},
	"OpenDecisionTasksCount": {
		"type": "integer",
		"min": 0,
		"max": 1
	},
	"OperationNotPermittedFault": {
		"type": "structure",
		"members": {
			"message": "ErrorMessage"
		},
		"required": []
	},
	"PageSize": {
		"type": "integer",
		"min": 0,
		"max": 1000
	},
	"PageToken": {
		"type": "string",
		"max": 2048
	},
	"PendingTaskCount": {
		"type": "structure",
		"members": {
			"count": "Count",
			"truncated": "Truncated"
		},
		"required": [
			"count"
		]
	},
	"PollForActivityTaskInput": {
		"type": "structure",
		"members": {
			"domain": "DomainName",
			"taskList": "TaskList",
			"identity": "Identity"
		},
		"required": [
			"domain",
			"taskList"
		],
		"patterns": {
			"taskList": "^(?!\\s)(?!arn$)[^:/|\\u0000-\\u001f\\u007f-\\u009f]*$(?<!\\s)"
		}
	},
	"PollForDecisionTaskInput": {
		"type": "structure",
		"members": {
			"domain": "DomainName",
			"taskList": "TaskList",
			"identity": "Identity",
			"nextPageToken": "PageToken",
			"maximumPageSize": "PageSize",
			"reverseOrder": "ReverseOrder",
			"startAtPreviousStartedEvent": "StartAtPreviousStartedEvent"
		},
		"required": [
			"domain",
			"taskList"
		],
		"patterns": {
			"taskList": "^(?!arn$)[^:/|\\u0000-\\u001f\\u007f-\\u009f]*$"
		}
	},
	"RecordActivityTaskHeartbeatInput": {
		"type": "structure",
		"members": {
			"taskToken": "TaskToken",
			"details": "LimitedData"
		},
		"required": [
			"taskToken"
		]
	},
	"RecordMarkerDecisionAttributes": {
		"type": "structure",
		"members": {
			"markerName": "MarkerName",
			"details": "Data"
		},
		"required": [
			"markerName"
		]
	},
	"RecordMarkerFailedCause": {
		"type": "string",
		"values": [
			"OPERATION_NOT_PERMITTED"
		]
	},
	"RecordMarkerFailedEventAttributes": {
		"type": "structure",
		"members": {
			"markerName": "MarkerName",
			"cause": "RecordMarkerFailedCause",
			"decisionTaskCompletedEventId": "EventId"
		},
		"required": [
			"markerName",
			"cause",
			"decisionTaskCompletedEventId"
		]
	},
	"RegisterActivityTypeInput": {
		"type": "structure",
		"members": {
			"domain": "DomainName",
			"name": "Name",
			"version": "Version",
			"description": "Description",
			"defaultTaskStartToCloseTimeout": "DurationInSecondsOptional",
			"defaultTaskHeartbeatTimeout": "DurationInSecondsOptional",
			"defaultTaskList": "TaskList",
			"defaultTaskPriority": "TaskPriority",
			"defaultTaskScheduleToStartTimeout": "DurationInSecondsOptional",
			"defaultTaskScheduleToCloseTimeout": "DurationInSecondsOptional"
		},
		"required": [
			"domain",
			"name",
			"version"
		],
		"patterns": {
			"name": "^(?!arn$)[^:/|\\u0000-\\u001f\\u007f-\\u009f]*$",
			"version": "^(?!arn$)[^:/|\\u0000-\\u001f\\u007f-\\u009f]*$",
			"defaultTaskList": "^(?!arn$)[^:/|\\u0000-\\u001f\\u007f-\\u009f]*$"
		}
	},
	"RegisterDomainInput": {
		"type": "structure",
		"members": {
			"name": "DomainName",
			"description": "Description",
			"workflowExecutionRetentionPeriodInDays": "DurationInDays",
			"tags": "ResourceTagList"
		},
		"required": [
			"name",
			"workflowExecutionRetentionPeriodInDays"
		],
		"patterns": {
			"name": "^(?!\\s)(?!arn$)[^:/|\\u0000-\\u001f\\u007f-\\u009f]*$(?<!\\s)"
		}
	},
	"RegisterWorkflowTypeInput": {
		"type": "structure",
		"members": {
			"domain": "DomainName",
			"name": "Name",
			"version": "Version",
			"description": "Description",
			"defaultTaskStartToCloseTimeout": "DurationInSecondsOptional",
			"defaultExecutionStartToCloseTimeout": "DurationInSecondsOptional",
			"defaultTaskList": "TaskList",
			"defaultTaskPriority": "TaskPriority",
			"defaultChildPolicy": "ChildPolicy",
			"defaultLambdaRole": "Arn"
		},
		"required": [
			"domain",
			"name",
			"version"
		],
		"patterns": {
			"name": "^(?!arn$)[^:/|\\u0000-\\u001f\\u007f-\\u009f]*$",
			"version": "^(?!arn$)[^:/|\\u0000-\\u001f\\u007f-\\u009f]*$",
			"defaultExecutionStartToCloseTimeout": "^([0-2]?[0-9]{0,7}|30[0-9]{6}|31[0-4][0-9]{5}|315[0-2][0-9]{4}|3153[0-5][0-9]{3}|31536000)$",
			"defaultTaskList": "^(?!arn$)[^:/|\\u0000-\\u001f\\u007f-\\u009f]*$"
		}
	},
	"RegistrationStatus": {
		"type": "string",
		"values": [
			"REGISTERED",
			"DEPRECATED"
		]
	},
	"RequestCancelActivityTaskDecisionAttributes": {
		"type": "structure",
		"members": {
			"activityId": "ActivityId"
		},
		"required": [
			"activityId"
		]
	},
	"RequestCancelActivityTaskFailedCause": {
		"type": "string",
		"values": [
			"ACTIVITY_ID_UNKNOWN",
			"OPERATION_NOT_PERMITTED"
		]
	},
	"RequestCancelActivityTaskFailedEventAttributes": {
		"type": "structure",
		"members": {
			"activityId": "ActivityId",
			"cause": "RequestCancelActivityTaskFailedCause",
			"decisionTaskCompletedEventId": "EventId"
		},
		"required": [
			"activityId",
			"cause",
			"decisionTaskCompletedEventId"
		]
	},
	"RequestCancelExternalWorkflowExecutionDecisionAttributes": {
		"type": "structure",
		"members": {
			"workflowId": "WorkflowId",
			"runId": "WorkflowRunIdOptional",
			"control": "Data"
		},
		"required": [
			"workflowId"
		]
	},
	"RequestCancelExternalWorkflowExecutionFailedCause": {
		"type": "string",
		"values": [
			"UNKNOWN_EXTERNAL_WORKFLOW_EXECUTION",
			"REQUEST_CANCEL_EXTERNAL_WORKFLOW_EXECUTION_RATE_EXCEEDED",
			"OPERATION_NOT_PERMITTED"
		]
	},
	"RequestCancelExternalWorkflowExecutionFailedEventAttributes": {
		"type": "structure",
		"members": {
			"workflowId": "WorkflowId",
			"runId": "WorkflowRunIdOptional",
			"cause": "RequestCancelExternalWorkflowExecutionFailedCause",
			"initiatedEventId": "EventId",
			"decisionTaskCompletedEventId": "EventId",
			"control": "Data"
		},
		"required": [
			"workflowId",
			"cause",
			"initiatedEventId",
			"decisionTaskCompletedEventId"
		]
	},
	"RequestCancelExternalWorkflowExecutionInitiatedEventAttributes": {
		"type": "structure",
		"members": {
			"workflowId": "WorkflowId",
			"runId": "WorkflowRunIdOptional",
			"decisionTaskCompletedEventId": "EventId",
			"control": "Data"
		},
		"required": [
			"workflowId",
			"decisionTaskCompletedEventId"
		]
	},
	"RequestCancelWorkflowExecutionInput": {
		"type": "structure",
		"members": {
			"domain": "DomainName",
			"workflowId": "WorkflowId",
			"runId": "WorkflowRunIdOptional"
		},
		"required": [
			"domain",
			"workflowId"
		]
	},
	"ResourceTag": {
		"type": "structure",
		"members": {
			"key": "ResourceTagKey",
			"value": "ResourceTagValue"
		},
		"required": [
			"key"
		]
	},
	"ResourceTagKey": {
		"type": "string",
		"min": 1,
		"max": 128,
		"pattern": "^[\\p{L}\\p{N}\\s_.:/=+\\-@]*$"
	},
	"ResourceTagKeyList": {
		"type": "list",
		"member": "ResourceTagKey"
	},
	"ResourceTagList": {
		"type": "list",
		"member": "ResourceTag"
	},
	"ResourceTagValue": {
		"type": "string",
		"max": 256,
		"pattern": "^[\\p{L}\\p{N}\\s_.:/=+\\-@]*$"
	},
	"RespondActivityTaskCanceledInput": {
		"type": "structure",
		"members": {
			"taskToken": "TaskToken",
			"details": "Data"
		},
		"required": [
			"taskToken"
		]
	},
	"RespondActivityTaskCompletedInput": {
		"type": "structure",
		"members": {
			"taskToken": "TaskToken",
			"result": "Data"
		},
		"required": [
			"taskToken"
		]
	},
	"RespondActivityTaskFailedInput": {
		"type": "structure",
		"members": {
			"taskToken": "TaskToken",
			"reason": "FailureReason",
			"details": "Data"
		},
		"required": [
			"taskToken"
		]
	},
	"RespondDecisionTaskCompletedInput": {
		"type": "structure",
		"members": {
			"taskToken": "TaskToken",
			"decisions": "DecisionList",
			"executionContext": "Data",
			"taskList": "TaskList",
			"taskListScheduleToStartTimeout": "DurationInSecondsOptional"
		},
		"required": [
			"taskToken"
		]
	},
	"ReverseOrder": {
		"type": "boolean"
	},
	"Run": {
		"type": "structure",
		"members": {
			"runId": "WorkflowRunId"
		},
		"required": []
	},
	"ScheduleActivityTaskDecisionAttributes": {
		"type": "structure",
		"members": {
			"activityType": "ActivityType",
			"activityId": "ActivityId",
			"control": "Data",
			"input": "Data",
			"scheduleToCloseTimeout": "DurationInSecondsOptional",
			"taskList": "TaskList",
			"taskPriority": "TaskPriority",
			"scheduleToStartTimeout": "DurationInSecondsOptional",
			"startToCloseTimeout": "DurationInSecondsOptional",
			"heartbeatTimeout": "DurationInSecondsOptional"
		},
		"required": [
			"activityType",
			"activityId"
		],
		"patterns": {
			"activityId": "^(?!arn$)[^:/|\\u0000-\\u001f\\u007f-\\u009f]*$",
			"taskList": "^(?!arn$)[^:/|\\u0000-\\u001f\\u007f-\\u009f]*$"
		}
	},
	"ScheduleActivityTaskFailedCause": {
		"type": "string",
		"values": [
			"ACTIVITY_TYPE_DEPRECATED",
			"ACTIVITY_TYPE_DOES_NOT_EXIST",
			"ACTIVITY_ID_ALREADY_IN_USE",
			"OPEN_ACTIVITIES_LIMIT_EXCEEDED",
			"ACTIVITY_CREATION_RATE_EXCEEDED",
			"DEFAULT_SCHEDULE_TO_CLOSE_TIMEOUT_UNDEFINED",
			"DEFAULT_TASK_LIST_UNDEFINED",
			"DEFAULT_SCHEDULE_TO_START_TIMEOUT_UNDEFINED",
			"DEFAULT_START_TO_CLOSE_TIMEOUT_UNDEFINED",
			"DEFAULT_HEARTBEAT_TIMEOUT_UNDEFINED",
			"OPERATION_NOT_PERMITTED"
		]
	},
	"ScheduleActivityTaskFailedEventAttributes": {
		"type": "structure",
		"members": {
			"activityType": "ActivityType",
			"activityId": "ActivityId",
			"cause": "ScheduleActivityTaskFailedCause",
			"decisionTaskCompletedEventId": "EventId"
		},
		"required": [
			"activityType",
			"activityId",
			"cause",
			"decisionTaskCompletedEventId"
		]
	},
	"ScheduleLambdaFunctionDecisionAttributes": {
		"type": "structure",
		"members": {
			"id": "FunctionId",
			"name": "FunctionName",
			"control": "Data",
			"input": "FunctionInput",
			"startToCloseTimeout": "DurationInSecondsOptional"
		},
		"required": [
			"id",
			"name"
		],
		"patterns": {
			"startToCloseTimeout": "^(0*([1-9][0-9]?|[1-8][0-9]{2}|900))?$"
		}
	},
	"ScheduleLambdaFunctionFailedCause": {
		"type": "string",
		"values": [
			"ID_ALREADY_IN_USE",
			"OPEN_LAMBDA_FUNCTIONS_LIMIT_EXCEEDED",
			"LAMBDA_FUNCTION_CREATION_RATE_EXCEEDED",
			"LAMBDA_SERVICE_NOT_AVAILABLE_IN_REGION"
		]
	},
	"ScheduleLambdaFunctionFailedEventAttributes": {
		"type": "structure",
		"members": {
			"id": "FunctionId",
			"name": "FunctionName",
			"cause": "ScheduleLambdaFunctionFailedCause",
			"decisionTaskCompletedEventId": "EventId"
		},
		"required": [
			"id",
			"name",
			"cause",
			"decisionTaskCompletedEventId"
		]
	},
	"SignalExternalWorkflowExecutionDecisionAttributes": {
		"type": "structure",
		"members": {
			"workflowId": "WorkflowId",
			"runId": "WorkflowRunIdOptional",
			"signalName": "SignalName",
			"input": "Data",
			"control": "Data"
		},
		"required": [
			"workflowId",
			"signalName"
		]
	},
	"SignalExternalWorkflowExecutionFailedCause": {
		"type": "string",
		"values": [
			"UNKNOWN_EXTERNAL_WORKFLOW_EXECUTION",
			"SIGNAL_EXTERNAL_WORKFLOW_EXECUTION_RATE_EXCEEDED",
			"OPERATION_NOT_PERMITTED"
		]
	},
	"SignalExternalWorkflowExecutionFailedEventAttributes": {
		"type": "structure",
		"members": {
			"workflowId": "WorkflowId",
			"runId": "WorkflowRunIdOptional",
			"cause": "SignalExternalWorkflowExecutionFailedCause",
			"initiatedEventId": "EventId",
			"decisionTaskCompletedEventId": "EventId",
			"control": "Data"
		},
		"required": [
			"workflowId",
			"cause",
			"initiatedEventId",
			"decisionTaskCompletedEventId"
		]
	},
	"SignalExternalWorkflowExecutionInitiatedEventAttributes": {
		"type": "structure",
		"members": {
			"workflowId": "WorkflowId",
			"runId": "WorkflowRunIdOptional",
			"signalName": "SignalName",
			"input": "Data",
			"decisionTaskCompletedEventId": "EventId",
			"control": "Data"
		},
		"required": [
			"workflowId",
			"signalName",
			"decisionTaskCompletedEventId"
		]
	},
	"SignalName": {
		"type": "string",
		"min": 1,
		"max": 256
	},
	"SignalWorkflowExecutionInput": {
		"type": "structure",
		"members": {
			"domain": "DomainName",
			"workflowId": "WorkflowId",
			"runId": "WorkflowRunIdOptional",
			"signalName": "SignalName",
			"input": "Data"
		},
		"required": [
			"domain",
			"workflowId",
			"signalName"
		]
	},
	"StartAtPreviousStartedEvent": {
		"type": "boolean"
	},
	"StartChildWorkflowExecutionDecisionAttributes": {
		"type": "structure",
		"members": {
			"workflowType": "WorkflowType",
			"workflowId": "WorkflowId",
			"control": "Data",
			"input": "Data",
			"executionStartToCloseTimeout": "DurationInSecondsOptional",
			"taskList": "TaskList",
			"taskPriority": "TaskPriority",
			"taskStartToCloseTimeout": "DurationInSecondsOptional",
			"childPolicy": "ChildPolicy",
			"tagList": "TagList",
			"lambdaRole": "Arn"
		},
		"required": [
			"workflowType",
			"workflowId"
		],
		"patterns": {
			"workflowId": "^(?!arn$)[^:/|\\u0000-\\u001f\\u007f-\\u009f]*$",
			"taskList": "^(?!\\s)(?!arn$)[^:/|\\u0000-\\u001f\\u007f-\\u009f]*$(?<!\\s)"
		}
	},
	"StartChildWorkflowExecutionFailedCause": {
		"type": "string",
		"values": [
			"WORKFLOW_TYPE_DOES_NOT_EXIST",
			"WORKFLOW_TYPE_DEPRECATED",
			"OPEN_CHILDREN_LIMIT_EXCEEDED",
			"OPEN_WORKFLOWS_LIMIT_EXCEEDED",
			"CHILD_CREATION_RATE_EXCEEDED",
			"WORKFLOW_ALREADY_RUNNING",
			"DEFAULT_EXECUTION_START_TO_CLOSE_TIMEOUT_UNDEFINED",
			"DEFAULT_TASK_LIST_UNDEFINED",
			"DEFAULT_TASK_START_TO_CLOSE_TIMEOUT_UNDEFINED",
			"DEFAULT_CHILD_POLICY_UNDEFINED",
			"OPERATION_NOT_PERMITTED"
		]
	},
	"StartChildWorkflowExecutionFailedEventAttributes": {
		"type": "structure",
		"members": {
			"workflowType": "WorkflowType",
			"cause": "StartChildWorkflowExecutionFailedCause",
			"workflowId": "WorkflowId",
			"initiatedEventId": "EventId",
			"decisionTaskCompletedEventId": "EventId",
			"control": "Data"
		},
		"required": [
			"workflowType",
			"cause",
			"workflowId",
			"initiatedEventId",
			"decisionTaskCompletedEventId"
		]
	},
	"StartChildWorkflowExecutionInitiatedEventAttributes": {
		"type": "structure",
		"members": {
			"workflowId": "WorkflowId",
			"workflowType": "WorkflowType",
			"control": "Data",
			"input": "Data",
			"executionStartToCloseTimeout": "DurationInSecondsOptional",
			"taskList": "TaskList",
			"taskPriority": "TaskPriority",
			"decisionTaskCompletedEventId": "EventId",
			"childPolicy": "ChildPolicy",
			"taskStartToCloseTimeout": "DurationInSecondsOptional",
			"tagList": "TagList",
			"lambdaRole": "Arn"
		},
		"required": [
			"workflowId",
			"workflowType",
			"taskList",
			"decisionTaskCompletedEventId",
			"childPolicy"
		]
	},
	"StartLambdaFunctionFailedCause": {
		"type": "string",
		"values": [
			"ASSUME_ROLE_FAILED"
		]
	},
	"StartLambdaFunctionFailedEventAttributes": {
		"type": "structure",
		"members": {
			"scheduledEventId": "EventId",
			"cause": "StartLambdaFunctionFailedCause",
			"message": "CauseMessage"
		},
		"required": []
	},
	"StartTimerDecisionAttributes": {
		"type": "structure",
		"members": {
			"timerId": "TimerId",
			"control": "Data",
			"startToFireTimeout": "DurationInSeconds"
		},
		"required": [
			"timerId",
			"startToFireTimeout"
		],
		"patterns": {
			"timerId": "^(?!arn$)[^:/|\\u0000-\\u001f\\u007f-\\u009f]*$",
			"startToFireTimeout": "^[0-9]+$"
		}
	},
	"StartTimerFailedCause": {
		"type": "string",
		"values": [
			"TIMER_ID_ALREADY_IN_USE",
			"OPEN_TIMERS_LIMIT_EXCEEDED",
			"TIMER_CREATION_RATE_EXCEEDED",
			"OPERATION_NOT_PERMITTED"
		]
	},
	"StartTimerFailedEventAttributes": {
		"type": "structure",
		"members": {
			"timerId": "TimerId",
			"cause": "StartTimerFailedCause",
			"decisionTaskCompletedEventId": "EventId"
		},
		"required": [
			"timerId",
			"cause",
			"decisionTaskCompletedEventId"
		]
	},
	"StartWorkflowExecutionInput": {
		"type": "structure",
		"members": {
			"domain": "DomainName",
			"workflowId": "WorkflowId",
			"workflowType": "WorkflowType",
			"taskList": "TaskList",
			"taskPriority": "TaskPriority",
			"input": "Data",
			"executionStartToCloseTimeout": "DurationInSecondsOptional",
			"tagList": "TagList",
			"taskStartToCloseTimeout": "DurationInSecondsOptional",
			"childPolicy": "ChildPolicy",
			"lambdaRole": "Arn"
		},
		"required": [
			"domain",
			"workflowId",
			"workflowType"
		],
		"patterns": {
			"domain": "^(?!arn$)[^:/|\\u0000-\\u001f\\u007f-\\u009f]*$",
			"workflowId": "^(?!arn$)[^:/|\\u0000-\\u001f\\u007f-\\u009f]*$",
			"taskList": "^(?!arn$)[^:/|\\u0000-\\u001f\\u007f-\\u009f]*$",
			"executionStartToCloseTimeout": "^([0-2]?[0-9]{0,7}|30[0-9]{6}|31[0-4][0-9]{5}|315[0-2][0-9]{4}|3153[0-5][0-9]{3}|31536000)$"
		}
	},
	"Tag": {
		"type": "string",
		"min": 0,
		"max": 256
	},
	"TagFilter": {
		"type": "structure",
		"members": {
			"tag": "Tag"
		},
		"required": [
			"tag"
		]
	},
	"TagList": {
		"type": "list",
		"member": "Tag",
		"max": 5
	},
	"TagResourceInput": {
		"type": "structure",
		"members": {
			"resourceArn": "Arn",
			"tags": "ResourceTagList"
		},
		"required": [
			"resourceArn",
			"tags"
		]
	},
	"TaskList": {
		"type": "structure",
		"members": {
			"name": "Name"
		},
		"required": [
			"name"
		]
	},
	"TaskPriority": {
		"type": "string",
		"pattern": "^(-2147483648|-?([0-9]{1,9}|[01][0-9]{9}|20[0-9]{8}|21[0-3][0-9]{7}|214[0-6][0-9]{6}|2147[0-3][0-9]{5}|21474[0-7][0-9]{4}|214748[0-2][0-9]{3}|2147483[0-5][0-9]{2}|21474836[0-3][0-9]|214748364[0-7]))$"
	},
	"TaskToken": {
		"type": "string",
		"min": 1,
		"max": 1024
	},
	"TerminateReason": {
		"type": "string",
		"max": 256
	},
	"TerminateWorkflowExecutionInput": {
		"type": "structure",
		"members": {
			"domain": "DomainName",
			"workflowId": "WorkflowId",
			"runId": "WorkflowRunIdOptional",
			"reason": "TerminateReason",
			"details": "Data",
			"childPolicy": "ChildPolicy"
		},
		"required": [
			"domain",
			"workflowId"
		]
	},
	"TimerCanceledEventAttributes": {
		"type": "structure",
		"members": {
			"timerId": "TimerId",
			"startedEventId": "EventId",
			"decisionTaskCompletedEventId": "EventId"
		},
		"required": [
			"timerId",
			"startedEventId",
			"decisionTaskCompletedEventId"
		]
	},
	"TimerFiredEventAttributes": {
		"type": "structure",
		"members": {
			"timerId": "TimerId",
			"startedEventId": "EventId"
		},
		"required": [
			"timerId",
			"startedEventId"
		]
	},
	"TimerId": {
		"type": "string",
		"min": 1,
		"max": 256
	},
	"TimerStartedEventAttributes": {
		"type": "structure",
		"members": {
			"timerId": "TimerId",
			"control": "Data",
			"startToFireTimeout": "DurationInSeconds",
			"decisionTaskCompletedEventId": "EventId"
		},
		"required": [
			"timerId",
			"startToFireTimeout",
			"decisionTaskCompletedEventId"
		]
	},
	"Timestamp": {
		"type": "timestamp"
	},
	"TooManyTagsFault": {
		"type": "structure",
		"members": {
			"message": "ErrorMessage"
		},
		"required": []
	},
	"Truncated": {
		"type": "boolean"
	},
	"TypeAlreadyExistsFault": {
		"type": "structure",
		"members": {
			"message": "ErrorMessage"
		},
		"required": []
	},
	"TypeDeprecatedFault": {
		"type": "structure",
		"members": {
			"message": "ErrorMessage"
		},
		"required": []
	},
	"TypeNotDeprecatedFault": {
		"type": "structure",
		"members": {
			"message": "ErrorMessage"
		},
		"required": []
	},
	"UndeprecateActivityTypeInput": {
		"type": "structure",
		"members": {
			"domain": "DomainName",
			"activityType": "ActivityType"
		},
		"required": [
			"domain",
			"activityType"
		]
	},
	"UndeprecateDomainInput": {
		"type": "structure",
		"members": {
			"name": "DomainName"
		},
		"required": [
			"name"
		]
	},
	"UndeprecateWorkflowTypeInput": {
		"type": "structure",
		"members": {
			"domain": "DomainName",
			"workflowType": "WorkflowType"
		},
		"required": [
			"domain",
			"workflowType"
		]
	},
	"UnknownResourceFault": {
		"type": "structure",
		"members": {
			"message": "ErrorMessage"
		},
		"required": []
	},
	"UntagResourceInput": {
		"type": "structure",
		"members": {
			"resourceArn": "Arn",
			"tagKeys": "ResourceTagKeyList"
		},
		"required": [
			"resourceArn",
			"tagKeys"
		]
	},
	"Version": {
		"type": "string",
		"min": 1,
		"max": 64
	},
	"VersionOptional": {
		"type": "string",
		"max": 64
	},
	"WorkflowExecution": {
		"type": "structure",
		"members": {
			"workflowId": "WorkflowId",
			"runId": "WorkflowRunId"
		},
		"required": [
			"workflowId",
			"runId"
		]
	},
	"WorkflowExecutionAlreadyStartedFault": {
		"type": "structure",
		"members": {
			"message": "ErrorMessage"
		},
		"required": []
	},
	"WorkflowExecutionCancelRequestedCause": {
		"type": "string",
		"values": [
			"CHILD_POLICY_APPLIED"
		]
	},
	"WorkflowExecutionCancelRequestedEventAttributes": {
		"type": "structure",
		"members": {
			"externalWorkflowExecution": "WorkflowExecution",
			"externalInitiatedEventId": "EventId",
			"cause": "WorkflowExecutionCancelRequestedCause"
		},
		"required": []
	},
	"WorkflowExecutionCanceledEventAttributes": {
		"type": "structure",
		"members": {
			"details": "Data",
			"decisionTaskCompletedEventId": "EventId"
		},
		"required": [
			"decisionTaskCompletedEventId"
		]
	},
	"WorkflowExecutionCompletedEventAttributes": {
		"type": "structure",
		"members": {
			"result": "Data",
			"decisionTaskCompletedEventId": "EventId"
		},
		"required": [
			"decisionTaskCompletedEventId"
		]
	},
	"WorkflowExecutionConfiguration": {
		"type": "structure",
		"members": {
			"taskStartToCloseTimeout": "DurationInSeconds",
			"executionStartToCloseTimeout": "DurationInSeconds",
			"taskList": "TaskList",
			"taskPriority": "TaskPriority",
			"childPolicy": "ChildPolicy",
			"lambdaRole": "Arn"
		},
		"required": [
			"taskStartToCloseTimeout",
			"executionStartToCloseTimeout",
			"taskList",
			"childPolicy"
		]
	},
	"WorkflowExecutionContinuedAsNewEventAttributes": {
		"type": "structure",
		"members": {
			"input": "Data",
			"decisionTaskCompletedEventId": "EventId",
			"newExecutionRunId": "WorkflowRunId",
			"executionStartToCloseTimeout": "DurationInSecondsOptional",
			"taskList": "TaskList",
			"taskPriority": "TaskPriority",
			"taskStartToCloseTimeout": "DurationInSecondsOptional",
			"childPolicy": "ChildPolicy",
			"tagList": "TagList",
			"workflowType": "WorkflowType",
			"lambdaRole": "Arn"
		},
		"required": [
			"decisionTaskCompletedEventId",
			"newExecutionRunId",
			"taskList",
			"childPolicy",
			"workflowType"
		]
	},
	"WorkflowExecutionCount": {
		"type": "structure",
		"members": {
			"count": "Count",
			"truncated": "Truncated"
		},
		"required": [
			"count"
		]
	},
	"WorkflowExecutionDetail": {
		"type": "structure",
		"members": {
			"executionInfo": "WorkflowExecutionInfo",
			"executionConfiguration": "WorkflowExecutionConfiguration",
			"openCounts": "WorkflowExecutionOpenCounts",
			"latestActivityTaskTimestamp": "Timestamp",
			"latestExecutionContext": "Data"
		},
		"required": [
			"executionInfo",
			"executionConfiguration",
			"openCounts"
		]
	},
	"WorkflowExecutionFailedEventAttributes": {
		"type": "structure",
		"members": {
			"reason": "FailureReason",
			"details": "Data",
			"decisionTaskCompletedEventId": "EventId"
		},
		"required": [
			"decisionTaskCompletedEventId"
		]
	},
	"WorkflowExecutionFilter": {
		"type": "structure",
		"members": {
			"workflowId": "WorkflowId"
		},
		"required": [
			"workflowId"
		]
	},
	"WorkflowExecutionInfo": {
		"type": "structure",
		"members": {
			"execution": "WorkflowExecution",
			"workflowType": "WorkflowType",
			"startTimestamp": "Timestamp",
			"closeTimestamp": "Timestamp",
			"executionStatus": "ExecutionStatus",
			"closeStatus": "CloseStatus",
			"parent": "WorkflowExecution",
			"tagList": "TagList",
			"cancelRequested": "Canceled"
		},
		"required": [
			"execution",
			"workflowType",
			"startTimestamp",
			"executionStatus"
		]
	},
	"WorkflowExecutionInfoList": {
		"type": "list",
		"member": "WorkflowExecutionInfo"
	},
	"WorkflowExecutionInfos": {
		"type": "structure",
		"members": {
			"executionInfos": "WorkflowExecutionInfoList",
			"nextPageToken": "PageToken"
		},
		"required": [
			"executionInfos"
		]
	},
	"WorkflowExecutionOpenCounts": {
		"type": "structure",
		"members": {
			"openActivityTasks": "Count",
			"openDecisionTasks": "OpenDecisionTasksCount",
			"openTimers": "Count",
			"openChildWorkflowExecutions": "Count",
			"openLambdaFunctions": "Count"
		},
		"required": [
			"openActivityTasks",
			"openDecisionTasks",
			"openTimers",
			"openChildWorkflowExecutions"
		]
	},
	"WorkflowExecutionSignaledEventAttributes": {
		"type": "structure",
		"members": {
			"signalName": "SignalName",
			"input": "Data",
			"externalWorkflowExecution": "WorkflowExecution",
			"externalInitiatedEventId": "EventId"
		},
		"required": [
			"signalName"
		]
	},
	"WorkflowExecutionStartedEventAttributes": {
		"type": "structure",
		"members": {
			"input": "Data",
			"executionStartToCloseTimeout": "DurationInSecondsOptional",
			"taskStartToCloseTimeout": "DurationInSecondsOptional",
			"childPolicy": "ChildPolicy",
			"taskList": "TaskList",
			"taskPriority": "TaskPriority",
			"workflowType": "WorkflowType",
			"tagList": "TagList",
			"continuedExecutionRunId": "WorkflowRunIdOptional",
			"parentWorkflowExecution": "WorkflowExecution",
			"parentInitiatedEventId": "EventId",
			"lambdaRole": "Arn"
		},
		"required": [
			"childPolicy",
			"taskList",
			"workflowType"
		]
	},
	"WorkflowExecutionTerminatedCause": {
		"type": "string",
		"values": [
			"CHILD_POLICY_APPLIED",
			"EVENT_LIMIT_EXCEEDED",
			"OPERATOR_INITIATED"
		]
	},
	"WorkflowExecutionTerminatedEventAttributes": {
		"type": "structure",
		"members": {
			"reason": "TerminateReason",
			"details": "Data",
			"childPolicy": "ChildPolicy",
			"cause": "WorkflowExecutionTerminatedCause"
		},
		"required": [
			"childPolicy"
		]
	},
	"WorkflowExecutionTimedOutEventAttributes": {
		"type": "structure",
		"members": {
			"timeoutType": "WorkflowExecutionTimeoutType",
			"childPolicy": "ChildPolicy"
		},
		"required": [
			"timeoutType",
			"childPolicy"
		]
	},
	"WorkflowExecutionTimeoutType": {
		"type": "string",
		"values": [
			"START_TO_CLOSE"
		]
	},
	"WorkflowId": {
		"type": "string",
		"min": 1,
		"max": 256
	},
	"WorkflowRunId": {
		"type": "string",
		"min": 1,
		"max": 64
	},
	"WorkflowRunIdOptional": {
		"type": "string",
		"max": 64
	},
	"WorkflowType": {
		"type": "structure",
		"members": {
			"name": "Name",
			"version": "Version"
		},
		"required": [
			"name",
			"version"
		]
	},
	"WorkflowTypeConfiguration": {
		"type": "structure",
		"members": {
			"defaultTaskStartToCloseTimeout": "DurationInSecondsOptional",
			"defaultExecutionStartToCloseTimeout": "DurationInSecondsOptional",
			"defaultTaskList": "TaskList",
			"defaultTaskPriority": "TaskPriority",
			"defaultChildPolicy": "ChildPolicy",
			"defaultLambdaRole": "Arn"
		},
		"required": []
	},
	"WorkflowTypeDetail": {
		"type": "structure",
		"members": {
			"typeInfo": "WorkflowTypeInfo",
			"configuration": "WorkflowTypeConfiguration"
		},
		"required": [
			"typeInfo",
			"configuration"
		]
	},
	"WorkflowTypeFilter": {
		"type": "structure",
		"members": {
			"name": "Name",
			"version": "VersionOptional"
		},
		"required": [
			"name"
		]
	},
	"WorkflowTypeInfo": {
		"type": "structure",
		"members": {
			"workflowType": "WorkflowType",
			"status": "RegistrationStatus",
			"description": "Description",
			"creationDate": "Timestamp",
			"deprecationDate": "Timestamp"
		},
		"required": [
			"workflowType",
			"status",
			"creationDate"
		]
	},
	"WorkflowTypeInfoList": {
		"type": "list",
		"member": "WorkflowTypeInfo"
	},
	"WorkflowTypeInfos": {
		"type": "structure",
		"members": {
			"typeInfos": "WorkflowTypeInfoList",
			"nextPageToken": "PageToken"
		},
		"required": [
			"typeInfos"
		]
	}
} as const;
export const modelledFaultTypes = {
	"DefaultUndefinedFault": "com.amazonaws.swf.base.model#DefaultUndefinedFault",
	"DomainAlreadyExistsFault": "com.amazonaws.swf.base.model#DomainAlreadyExistsFault",
	"DomainDeprecatedFault": "com.amazonaws.swf.base.model#DomainDeprecatedFault",
	"LimitExceededFault": "com.amazonaws.swf.base.model#LimitExceededFault",
	"OperationNotPermittedFault": "com.amazonaws.swf.base.model#OperationNotPermittedFault",
	"TooManyTagsFault": "com.amazonaws.swf.base.model#TooManyTagsFault",
	"TypeAlreadyExistsFault": "com.amazonaws.swf.base.model#TypeAlreadyExistsFault",
	"TypeDeprecatedFault": "com.amazonaws.swf.base.model#TypeDeprecatedFault",
	"TypeNotDeprecatedFault": "com.amazonaws.swf.base.model#TypeNotDeprecatedFault",
	"UnknownResourceFault": "com.amazonaws.swf.base.model#UnknownResourceFault",
	"WorkflowExecutionAlreadyStartedFault": "com.amazonaws.swf.base.model#WorkflowExecutionAlreadyStartedFault"
} as const;
export const commonFaultTypes = {
	"AccessDeniedException": "com.amazon.coral.service#AccessDeniedException",
	"IncompleteSignatureException": "com.amazon.coral.service#IncompleteSignatureException",
	"InternalFailure": "com.amazon.coral.service#InternalFailure",
	"InvalidSignatureException": "com.amazon.coral.service#InvalidSignatureException",
	"MissingAuthenticationTokenException": "com.amazon.coral.service#MissingAuthenticationTokenException",
	"RequestEntityTooLargeException": "com.amazon.coral.service#RequestEntityTooLargeException",
	"SerializationException": "com.amazon.coral.service#SerializationException",
	"ServiceUnavailable": "com.amazon.coral.service#ServiceUnavailable",
	"ThrottlingException": "com.amazon.coral.availability#ThrottlingException",
	"UnknownOperationException": "com.amazon.coral.service#UnknownOperationException",
	"UnrecognizedClientException": "com.amazon.coral.service#UnrecognizedClientException",
	"ValidationException": "com.amazon.coral.validate#ValidationException"
} as const;
