/**
 * `swf-conformance/msw`: SWF inside a test, for MSW.
 *
 * `setupServer(...swfHandlers())` answers for SWF's hosts in every region; each call makes an SWF of its own.
 */
import { type SwfHandlersOptions, swfHandlers } from "./mocks/handlers.ts";
import { accountOf } from "./mocks/identities.ts";
import { type LambdaScripts, playLambda } from "./mocks/lambda-scripts.ts";
import { createService, type Place, type Service, type ServiceOptions } from "./mocks/service.ts";

export type { LambdaScripts, Place, Service, ServiceOptions, SwfHandlersOptions };
export { accountOf, createService, playLambda, swfHandlers };
